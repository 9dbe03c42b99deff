package org.panfeng.storage;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What two processes know of each other; proven by an HMAC-SHA256 over a nonce of the other side's, and never sent. */
final class Secret {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 16;
    private static final int PROOF_BYTES = 32;
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] key;

    private Secret(byte[] key) {
        this.key = key;
    }

    static Secret random() {
        return new Secret(bytes(PROOF_BYTES));
    }

    /**
     * @throws NumberFormatException when this was never one
     */
    static Secret of(String text) {
        try {
            return new Secret(HexFormat.of().parseHex(text));
        } catch (IllegalArgumentException e) {
            throw new NumberFormatException("not hexadecimal");
        }
    }

    static byte[] nonce() {
        return bytes(NONCE_BYTES);
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    static byte[] readNonce(DataInputStream in) throws IOException {
        return read(in, NONCE_BYTES);
    }

    /** Reads a proof. */
    static byte[] read(DataInputStream in) throws IOException {
        return read(in, PROOF_BYTES);
    }

    private static byte[] read(DataInputStream in, int count) throws IOException {
        byte[] bytes = new byte[count];
        in.readFully(bytes);
        return bytes;
    }

    /**
     * @param side who proves it, so that no side can be made to prove the other's
     */
    byte[] proof(String side, byte[] nonce) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update(side.getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(nonce);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }

    boolean isProvenBy(byte[] proof, String side, byte[] nonce) {
        return MessageDigest.isEqual(proof, proof(side, nonce));
    }

    /** In hexadecimal, for the file that only the owner may read. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(key);
    }
}
