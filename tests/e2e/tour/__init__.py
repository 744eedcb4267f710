"""The shop day: drives the real window by keys and mouse, and compares three accounts of what happened."""
