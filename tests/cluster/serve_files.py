"""An FTP server for one test: python serve_files.py FOLDER PORT."""

import sys

from pyftpdlib.authorizers import DummyAuthorizer
from pyftpdlib.handlers import FTPHandler
from pyftpdlib.servers import ThreadedFTPServer

if __name__ == "__main__":
    accounts = DummyAuthorizer()
    accounts.add_user("office", "matkhau", sys.argv[1], perm="elradfmwMT")
    FTPHandler.authorizer = accounts
    ThreadedFTPServer(("127.0.0.1", int(sys.argv[2])), FTPHandler).serve_forever()
