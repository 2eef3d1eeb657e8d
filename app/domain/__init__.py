"""The pure heart: answers as sets, comparison, versions, witnesses, flags."""
