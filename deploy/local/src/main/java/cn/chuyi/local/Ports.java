package cn.chuyi.local;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports of the loopback address. */
public final class Ports {

    /** Below what Linux and macOS lend to outgoing connections: until the server is up, none of these can take it. */
    private static final int FROM = 20_000;

    private static final int BELOW = 32_000;

    private Ports() {}

    /** A port that nobody held a moment ago, and that nobody gets who does not ask for it. */
    public static int free() {
        return ThreadLocalRandom.current()
                .ints(FROM, BELOW)
                .filter(Ports::isFree)
                .findFirst()
                .orElseThrow();
    }

    /** Whether a server could listen on the port now. A port in TIME_WAIT counts as free, as it does for the servers. */
    public static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
