"""A Kafka broker for tests: the mock cluster of librdkafka, driven by lines on standard input.

    topic NAME PARTITIONS              makes a topic
    produce TOPIC PARTITION KEY VALUE  adds a record; `-` as the key: none
    down, up                           the broker goes away, and comes back with all it had

Its first line is its address; each command is answered by `ok`. It ends with its input. librdkafka comes
with the wheel of confluent-kafka, which is put into target/mock-broker when it is not there.
"""

import ctypes
import fcntl
import glob
import pathlib
import subprocess
import sys

PACKAGE = "confluent-kafka==2.16.1"
FOLDER = pathlib.Path(__file__).resolve().parents[2] / "target" / "mock-broker" / PACKAGE
BROKER = 1
PRODUCER = 0


def install():
    FOLDER.parent.mkdir(parents=True, exist_ok=True)
    with open(FOLDER.with_name("lock"), "w") as lock:
        # Tests that start at the same time install it once.
        fcntl.flock(lock, fcntl.LOCK_EX)
        if FOLDER.is_dir():
            return
        partial = FOLDER.with_name("partial")
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "--upgrade", "--target", str(partial), PACKAGE], check=True, stdout=sys.stderr)
        partial.rename(FOLDER)


def start(library):
    library.rd_kafka_conf_new.restype = ctypes.c_void_p
    library.rd_kafka_new.restype = ctypes.c_void_p
    library.rd_kafka_new.argtypes = [ctypes.c_int, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t]
    library.rd_kafka_mock_cluster_new.restype = ctypes.c_void_p
    library.rd_kafka_mock_cluster_new.argtypes = [ctypes.c_void_p, ctypes.c_int]
    library.rd_kafka_mock_cluster_bootstraps.restype = ctypes.c_char_p
    library.rd_kafka_mock_cluster_bootstraps.argtypes = [ctypes.c_void_p]
    library.rd_kafka_mock_topic_create.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int, ctypes.c_int]
    library.rd_kafka_mock_broker_set_down.argtypes = [ctypes.c_void_p, ctypes.c_int32]
    library.rd_kafka_mock_broker_set_up.argtypes = [ctypes.c_void_p, ctypes.c_int32]
    error = ctypes.create_string_buffer(512)
    owner = library.rd_kafka_new(PRODUCER, library.rd_kafka_conf_new(), error, len(error))
    if not owner:
        sys.exit(error.value.decode())
    return library.rd_kafka_mock_cluster_new(owner, 1)


def main():
    install()
    sys.path.insert(0, str(FOLDER))
    from confluent_kafka import Producer

    library = ctypes.CDLL(glob.glob(str(FOLDER / "confluent_kafka.libs" / "librdkafka*"))[0])
    cluster = start(library)
    address = library.rd_kafka_mock_cluster_bootstraps(cluster).decode()
    producer = Producer({"bootstrap.servers": address, "reconnect.backoff.max.ms": 200})
    print(address, flush=True)
    for line in sys.stdin:
        command, *words = line.rstrip("\n").split(" ", 4)
        if command == "topic":
            library.rd_kafka_mock_topic_create(cluster, words[0].encode(), int(words[1]), 1)
        elif command == "produce":
            topic, partition, key, value = words
            producer.produce(topic, value, None if key == "-" else key, int(partition))
            producer.flush()
        elif command == "down":
            library.rd_kafka_mock_broker_set_down(cluster, BROKER)
        elif command == "up":
            library.rd_kafka_mock_broker_set_up(cluster, BROKER)
        else:
            sys.exit(f"unknown command {command}")
        print("ok", flush=True)


if __name__ == "__main__":
    main()
