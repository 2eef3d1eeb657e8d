"""Reports: findings become a passive document, and a document becomes the bytes of a format."""
