"""A real S3 server for one test run: OpenStack Swift with its S3 door (Debian's package python3-swift).

s3_server.py FOLDER ACCESS_KEY SECRET_KEY: all four servers of Swift in one process, on ports of this machine alone
that the kernel chooses; one copy of everything, below FOLDER, which must allow extended attributes. Prints the port of
the S3 door when it is ready, and ends when its standard input does.
"""
import logging
import os
import sys

import eventlet
eventlet.patcher.monkey_patch(all=False, socket=True, select=True, thread=True)

import eventlet.wsgi
from paste.deploy import loadapp
from swift.common import utils
from swift.common.ring import RingBuilder

folder, access_key, secret_key = sys.argv[1:]
STORES = 'account', 'container', 'object'

STORE = '''
[DEFAULT]
swift_dir = {folder}
log_custom_handlers = s3_server.log_to_error
devices = {folder}/devices
mount_check = false
fallocate_reserve = 0
[pipeline:main]
pipeline = {kind}-server
[app:{kind}-server]
use = egg:swift#{kind}
'''

# slo: parts of one object; tempauth: who has which key. Its users are named account:user, and so are the access keys.
PROXY = '''
[DEFAULT]
swift_dir = {folder}
log_custom_handlers = s3_server.log_to_error
[pipeline:main]
pipeline = catch_errors memory s3api tempauth slo proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
[filter:catch_errors]
use = egg:swift#catch_errors
[filter:memory]
paste.filter_factory = s3_server:memory
[filter:s3api]
use = egg:swift#s3api
location = us-east-1
[filter:tempauth]
use = egg:swift#tempauth
{user} = {secret_key} .admin
[filter:slo]
use = egg:swift#slo
min_segment_size = 1
'''


class Memory:
    """Swift keeps what it knows of its users in memcached; one process may as well remember it itself."""

    def __init__(self):
        self.known = {}

    def get(self, key, **_):
        return self.known.get(key)

    def set(self, key, value, **_):
        self.known[key] = value

    def delete(self, key, **_):
        self.known.pop(key, None)

    def incr(self, key, delta=1, **_):
        self.known[key] = self.known.get(key, 0) + delta
        return self.known[key]


def memory(global_conf, **_):
    remembered = Memory()

    def wrap(app):
        def call(env, start_response):
            env['swift.cache'] = remembered
            return app(env, start_response)
        return call
    return wrap


def log_to_error(conf, name, log_to_console, log_route, fmt, logger, adapted_logger):
    """Swift would tell only the machine's log."""
    handler = logging.StreamHandler()
    handler.setLevel(logging.ERROR)
    logger.handlers = [handler]


def write(name, text):
    path = os.path.join(folder, name)
    with open(path, 'w') as file:
        file.write(text)
    return path


def ring(kind, port):
    builder = RingBuilder(part_power=0, replicas=1, min_part_hours=0)
    builder.add_dev(dict(region=1, zone=1, weight=1, ip='127.0.0.1', port=port, device='disk'))
    builder.rebalance()
    builder.get_ring().save(os.path.join(folder, kind + '.ring.gz'))


def serve(socket, config):
    app = loadapp('config:' + config, name='main')
    eventlet.spawn(eventlet.wsgi.server, socket, app, log_output=False, keepalive=True)


def main():
    sys.modules['s3_server'] = sys.modules['__main__']
    os.makedirs(os.path.join(folder, 'devices', 'disk'))
    utils.HASH_PATH_PREFIX = utils.HASH_PATH_SUFFIX = b'kiemdiem'
    sockets = {kind: eventlet.listen(('127.0.0.1', 0)) for kind in STORES}
    for kind, socket in sockets.items():
        ring(kind, socket.getsockname()[1])
        serve(socket, write(kind + '.conf', STORE.format(folder=folder, kind=kind)))
    account, user = access_key.split(':')
    proxy = PROXY.format(folder=folder, user=f'user_{account}_{user}', secret_key=secret_key)
    door = eventlet.listen(('127.0.0.1', 0))
    serve(door, write('proxy.conf', proxy))
    print(door.getsockname()[1], flush=True)
    eventlet.tpool.execute(sys.stdin.read)


main()
