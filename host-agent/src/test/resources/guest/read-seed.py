"""read-seed.py FOLDER: prints, as JSON, what Debian's own cloud-init makes of a seed whose files are in the folder."""
import json
import logging
import sys

from cloudinit import helpers
from cloudinit.distros.debian import Distro
from cloudinit.net.netplan import Renderer
from cloudinit.net.network_state import parse_net_config_data
from cloudinit.sources.DataSourceNoCloud import DataSourceNoCloud
from cloudinit.user_data import UserDataProcessor

logging.disable(logging.CRITICAL)
folder = sys.argv[1]
paths = helpers.Paths({"cloud_dir": folder + "/cloud", "run_dir": folder + "/run", "templates_dir": folder})
distro = Distro("debian", {}, paths)
source = DataSourceNoCloud({"datasource": {"NoCloud": {"fs_label": None}}}, distro, paths)
source.seed_dirs = [folder]
assert source._get_data(), "no seed was found"


def parts(text):
    whole = UserDataProcessor(paths).process(text)
    return [[part.get_content_type(), part.get_payload(decode=True).decode()] for part in whole.walk() if not part.is_multipart()]


state = parse_net_config_data(source.network_config)
print(json.dumps({
    "instance": source.get_instance_id(),
    "hostname": str(source.metadata["local-hostname"]),
    "keys": source.get_public_ssh_keys(),
    "user": parts(source.get_userdata_raw()),
    "vendor": parts(source.get_vendordata_raw()),
    "netplan": Renderer()._render_content(state),
    "routes": [[route["network"], route["gateway"]] for one in state.iter_interfaces() for subnet in one["subnets"] for route in subnet.get("routes", [])],
}))
