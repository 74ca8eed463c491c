"""The reading room in a browser: `onrecord serve`. The one door to the web framework."""
