"""`python -m dfgraph`."""

from dfgraph.cli.main import main

if __name__ == "__main__":
    main()
