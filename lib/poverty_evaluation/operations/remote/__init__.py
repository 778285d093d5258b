"""Kho ở xa: data and outputs at an address that fsspec opens: s3://, gs://, abfs://, sftp://, ftp://, file://."""
