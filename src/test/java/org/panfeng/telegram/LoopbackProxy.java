package org.panfeng.telegram;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy on loopback: whatever server it is asked for, it connects to the one that it was made for. */
abstract class LoopbackProxy implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final int target;

    LoopbackProxy(int target) throws IOException {
        this.target = target;
        daemon(this::accept);
    }

    abstract URI url();

    /**
     * Reads what the client asks for and answers, so that from then on everything can be passed on.
     *
     * @return the server asked for, as {@code name:port}
     * @throws IOException where the client is not let through; its connection ends
     */
    abstract String greet(Socket client, Socket server) throws IOException;

    int port() {
        return server.getLocalPort();
    }

    /** The servers asked for, as {@code name:port}. */
    List<String> asked() {
        return asked;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                open.add(client);
                daemon(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target)) {
            open.add(far);
            asked.add(greet(client, far));
            daemon(() -> pass(far, client));
            pass(client, far);
        } catch (IOException e) {
            // Whoever called sees that the connection is gone.
        }
    }

    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One of them is closed.
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    /** SOCKS 5 without authentication (RFC 1928), for servers that are named, not numbered. */
    static final class Socks extends LoopbackProxy {
        private static final byte[] NO_AUTHENTICATION = {5, 0};
        private static final byte[] CONNECTED = {5, 0, 0, 1, 127, 0, 0, 1, 0, 0};
        private static final int BY_NAME = 3;

        Socks(int target) throws IOException {
            super(target);
        }

        @Override
        URI url() {
            return URI.create("socks5://127.0.0.1:" + port());
        }

        @Override
        String greet(Socket client, Socket server) throws IOException {
            DataInputStream in = new DataInputStream(client.getInputStream());
            in.skipNBytes(1);
            in.skipNBytes(in.readUnsignedByte());
            client.getOutputStream().write(NO_AUTHENTICATION);
            in.skipNBytes(3);
            if (in.readUnsignedByte() != BY_NAME) {
                throw new IOException("the client has looked the name up by itself");
            }
            String name = new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.US_ASCII);
            int port = in.readUnsignedShort();
            client.getOutputStream().write(CONNECTED);
            return name + ":" + port;
        }
    }

    /** A forward proxy for plain HTTP that reads the first line of each connection, and tunnels for CONNECT. */
    static final class Http extends LoopbackProxy {
        Http(int target) throws IOException {
            super(target);
        }

        @Override
        URI url() {
            return URI.create("http://127.0.0.1:" + port());
        }

        @Override
        String greet(Socket client, Socket server) throws IOException {
            String line = line(client);
            String[] words = line.split(" ");
            if (words[0].equals("CONNECT")) {
                return tunnel(client, words[1]);
            }
            URI wanted = URI.create(words[1]);
            server.getOutputStream()
                    .write((words[0] + " " + wanted.getRawPath() + " " + words[2] + "\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return wanted.getAuthority();
        }

        private static String tunnel(Socket client, String wanted) throws IOException {
            while (!line(client).isEmpty()) {
                // Its header fields are of no interest.
            }
            client.getOutputStream()
                    .write("HTTP/1.1 200 Connection established\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return wanted;
        }

        private static String line(Socket client) throws IOException {
            StringBuilder line = new StringBuilder();
            for (int read = client.getInputStream().read();
                    read != '\n';
                    read = client.getInputStream().read()) {
                if (read < 0) {
                    throw new EOFException();
                }
                line.append((char) read);
            }
            return line.toString().strip();
        }
    }
}
