package org.panfeng.storage;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the process that has an H2 file open takes work from others on this machine: a port on loopback, named together with a secret in a
 * file beside the database that only its owner may read. Both sides prove that they know the secret, and neither says it.
 */
public final class Hatch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Hatch.class);
    private static final int GREETING_MILLIS = 5_000;
    private static final int MOST_ARGUMENTS = 16;
    private static final int LINE = 1;
    private static final int END = 2;

    private final Path place;
    private final ServerSocket server;
    private final Secret secret = Secret.random();
    private final Clerk clerk;

    /** Does what is asked for. */
    public interface Clerk {
        /**
         * @param request the name of the work and its arguments
         * @param tell takes what there is to be printed, line by line
         * @return the exit code of the command that asked
         */
        int carryOut(List<String> request, Consumer<String> tell);
    }

    private Hatch(Path place, ServerSocket server, Clerk clerk) {
        this.place = place;
        this.server = server;
        this.clerk = clerk;
    }

    static Path of(Path database) {
        return Path.of(database.toString().replace(H2Url.ENDING, ".running"));
    }

    /** Opens it beside a database of this process. */
    static Hatch open(Path database, Clerk clerk) throws IOException {
        Hatch hatch = new Hatch(of(database), new ServerSocket(0, 5, InetAddress.getLoopbackAddress()), clerk);
        hatch.announce();
        daemon("hatch", hatch::run);
        return hatch;
    }

    private void announce() throws IOException {
        Path next = place.resolveSibling(place.getFileName() + ".new");
        Files.deleteIfExists(next);
        Files.createFile(next, ownerOnly(next));
        Files.writeString(next, server.getLocalPort() + " " + secret + "\n", StandardOpenOption.WRITE);
        Files.move(next, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                daemon("hatch-errand", () -> serve(socket));
            } catch (SocketException e) {
                log.debug("The hatch is closed");
            } catch (IOException e) {
                log.warn("The hatch could not take somebody: {}", e.getClass().getSimpleName());
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setSoTimeout(GREETING_MILLIS);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            byte[] challenge = Secret.nonce();
            out.write(challenge);
            if (!secret.isProvenBy(Secret.read(in), "caller", challenge)) {
                return;
            }
            out.write(secret.proof("hatch", Secret.readNonce(in)));
            int code = carryOut(request(in), out);
            out.writeByte(END);
            out.writeByte(code);
            out.flush();
        } catch (IOException e) {
            log.debug("Somebody left the hatch: {}", e.getClass().getSimpleName());
        }
    }

    /** One at a time: all of it is work for the same disk. */
    private synchronized int carryOut(List<String> request, DataOutputStream out) {
        log.info("Asked for: {}", request.get(0));
        return clerk.carryOut(request, line -> {
            try {
                out.writeByte(LINE);
                out.writeUTF(line);
                out.flush();
            } catch (IOException e) {
                log.debug("Nobody hears: {}", e.getClass().getSimpleName());
            }
        });
    }

    private static List<String> request(DataInputStream in) throws IOException {
        int count = in.readUnsignedByte();
        if (count == 0 || count > MOST_ARGUMENTS) {
            throw new IOException("no request");
        }
        List<String> request = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            request.add(in.readUTF());
        }
        return request;
    }

    /**
     * Asks the process that has this database open.
     *
     * @param request at most 16 words
     * @return the exit code; empty when nobody answers who knows the secret
     */
    public static Optional<Integer> ask(Address address, List<String> request, Consumer<String> tell) throws Unusable {
        Optional<Path> database = H2Url.file(address.url());
        Optional<Door> door = database.isEmpty() ? Optional.empty() : door(of(database.get()));
        return door.isEmpty() ? Optional.empty() : ask(door.get(), request, tell);
    }

    /** What the file says. */
    private record Door(int port, Secret secret) {}

    private static Optional<Integer> ask(Door door, List<String> request, Consumer<String> tell) throws Unusable {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), door.port()), GREETING_MILLIS);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            return greet(socket, door.secret(), in, out) ? Optional.of(hand(request, in, out, tell)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Door> door(Path place) throws Unusable {
        try {
            String[] words =
                    Files.readString(place, StandardCharsets.US_ASCII).strip().split(" ");
            return words.length == 2
                    ? Optional.of(new Door(Integer.parseInt(words[0]), Secret.of(words[1])))
                    : Optional.empty();
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new Unusable("Panfeng is running, but " + place
                    + " cannot be read: run this command as the same user as the bot.");
        }
    }

    private static boolean greet(Socket socket, Secret secret, DataInputStream in, DataOutputStream out)
            throws IOException {
        socket.setSoTimeout(GREETING_MILLIS);
        out.write(secret.proof("caller", Secret.readNonce(in)));
        byte[] challenge = Secret.nonce();
        out.write(challenge);
        boolean isGenuine = secret.isProvenBy(Secret.read(in), "hatch", challenge);
        socket.setSoTimeout(0);
        return isGenuine;
    }

    private static int hand(List<String> request, DataInputStream in, DataOutputStream out, Consumer<String> tell)
            throws Unusable, IOException {
        out.writeByte(request.size());
        for (String word : request) {
            out.writeUTF(word);
        }
        out.flush();
        try {
            while (in.readByte() == LINE) {
                tell.accept(in.readUTF());
            }
            return in.readByte();
        } catch (IOException e) {
            throw new Unusable("Panfeng was stopped while it was at this; please try again.");
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(place);
            server.close();
        } catch (IOException e) {
            log.debug("The hatch could not be closed: {}", e.getClass().getSimpleName());
        }
    }
}
