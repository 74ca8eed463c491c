"""Watch: feeds and pages are looked at again and again, and the user is told what he asked for."""
