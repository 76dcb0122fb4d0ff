"""The windows: pages over models over services, one theme, two languages. With app the only importer of Qt."""
