"""Ways to an authority: a folder or an SFTP drop box; others plug in (``tanglaw.transports``)."""
