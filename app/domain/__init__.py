"""The pure heart: answers as sets, comparison, versions, witnesses, flags. No Qt, no SQL, no files."""
