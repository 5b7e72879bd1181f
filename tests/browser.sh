#!/bin/sh
# The page tests drive Chromium. Installs Debian's where it is missing and can be; the tests say so where it cannot.
command -v chromium >/dev/null 2>&1 && exit 0
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    echo "Installing chromium for the page tests ..."
    (apt-get install --yes --quiet --no-install-recommends chromium ||
        (apt-get update --quiet && apt-get install --yes --quiet --no-install-recommends chromium)) >/dev/null 2>&1
fi
command -v chromium >/dev/null 2>&1 || echo "No chromium here: the page tests that need a browser will be skipped."
exit 0
