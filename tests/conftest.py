"""What every test shares."""

import pytest
from hypothesis import HealthCheck, configuration, settings

configuration.set_hypothesis_home_dir(".cache/hypothesis")

# The same examples on every machine and run; a slow machine is no failure.
settings.register_profile(
    "dateline",
    deadline=None,
    derandomize=True,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("dateline")


@pytest.fixture(autouse=True)
def media_root(settings, tmp_path):
    """Files of a test stay in a folder of its own."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT
