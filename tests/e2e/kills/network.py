"""The network between till and OMS: a TCP proxy that cuts, stalls, corrupts and withholds. TLS goes through it from end to end."""
import asyncio
import random
import threading

PIECE = 64 * 1024


class Network:
    """Passes on what comes to `port`, on a thread of its own. What it does to it is counted where there was something to do it to."""

    def __init__(self, port, oms_port, seed):
        self.port = port
        self.withholds_answers = False
        self.counts = dict.fromkeys(("connections", "cut", "stalled", "corrupted", "corrupted and noticed", "answers withheld"), 0)
        self._oms_port = oms_port
        self._chance = random.Random(seed)
        self._stall = None
        self._corrupt_next = False
        self._connections = set()
        self._loop = asyncio.new_event_loop()
        listening = threading.Event()
        threading.Thread(target=self._run, args=(listening,), daemon=True).start()
        listening.wait()

    def cut(self):
        """Breaks every connection off, with all that is on the way."""
        self._loop.call_soon_threadsafe(self._cut)

    def stall(self, seconds):
        """Nothing moves for a while, in either direction."""
        self._loop.call_soon_threadsafe(self._begin_stall, seconds)

    def corrupt(self):
        """The next piece, whichever way it goes, arrives with one bit turned over."""
        self._corrupt_next = True

    def heal(self):
        """Forgets what it was about to do, and lets everybody connect anew."""
        self.withholds_answers = self._corrupt_next = False
        self._stall = None
        self.cut()

    def _run(self, listening):
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(asyncio.start_server(self._serve, "127.0.0.1", self.port))
        listening.set()
        self._loop.run_forever()

    def _cut(self):
        self.counts["cut"] += len(self._connections)
        for connection in list(self._connections):
            connection.break_off()

    def _begin_stall(self, seconds):
        self._stall = self._loop.time() + seconds

    async def _serve(self, reader, writer):
        try:
            oms_reader, oms_writer = await asyncio.open_connection("127.0.0.1", self._oms_port)
        except OSError:
            writer.transport.abort()
            return
        connection = _Connection(writer, oms_writer)
        self._connections.add(connection)
        self.counts["connections"] += 1
        await asyncio.gather(self._pass(connection, reader, oms_writer, False), self._pass(connection, oms_reader, writer, True))
        self._connections.discard(connection)

    async def _pass(self, connection, reader, writer, is_answer):
        try:
            while piece := await reader.read(PIECE):
                await self._hold_up(is_answer)
                if connection.is_broken:
                    break
                writer.write(self._spoilt(connection, piece))
                await writer.drain()
            if connection.is_spoilt and not connection.is_broken and not connection.is_told:
                connection.is_told = True
                self.counts["corrupted and noticed"] += 1
        except OSError:
            pass
        connection.break_off()

    async def _hold_up(self, is_answer):
        if self._stall and self._loop.time() < self._stall:
            self.counts["stalled"] += 1
            await asyncio.sleep(self._stall - self._loop.time())
        if is_answer and self.withholds_answers:
            self.counts["answers withheld"] += 1
            while self.withholds_answers:
                await asyncio.sleep(0.001)

    def _spoilt(self, connection, piece):
        if not self._corrupt_next:
            return piece
        self._corrupt_next = False
        self.counts["corrupted"] += 1
        connection.is_spoilt = True
        spoilt = bytearray(piece)
        spoilt[self._chance.randrange(len(spoilt))] ^= 1 << self._chance.randrange(8)
        return bytes(spoilt)


class _Connection:
    def __init__(self, *writers):
        self._writers = writers
        self.is_broken = self.is_spoilt = self.is_told = False

    def break_off(self):
        self.is_broken = True
        for writer in self._writers:
            writer.transport.abort()
