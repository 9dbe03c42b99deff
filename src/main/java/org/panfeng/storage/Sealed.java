package org.panfeng.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The file of a backup: a zip archive of the manifest and of the data, an SQL script of H2's in gzip. */
final class Sealed {
    private static final String MANIFEST = "manifest.json";
    private static final String DATA = "database.sql.gz";

    private Sealed() {}

    static void write(Path file, Manifest manifest, Path data) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry(MANIFEST));
            zip.write(manifest.write().getBytes(StandardCharsets.UTF_8));
            ZipEntry stored = new ZipEntry(DATA);
            stored.setMethod(ZipEntry.STORED);
            stored.setSize(Files.size(data));
            stored.setCrc(crc(data));
            zip.putNextEntry(stored);
            Files.copy(data, zip);
            zip.closeEntry();
        }
        Folders.force(file);
    }

    /**
     * Reads the manifest, and checks that the data is what it says.
     *
     * @param to where the data goes; the null device where it is only to be checked
     * @throws Unusable when the file is no backup of Panfeng, or not whole
     */
    static Manifest open(Path file, OutputStream to) throws Unusable, IOException {
        if (!Files.isRegularFile(file)) {
            throw new Unusable("There is no file " + file + ". Nothing was changed.");
        }
        try (ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            Manifest manifest = manifest(file, zip);
            ZipEntry data = zip.getEntry(DATA);
            MessageDigest digest = sha256();
            if (data != null) {
                try (InputStream in = new DigestInputStream(zip.getInputStream(data), digest)) {
                    in.transferTo(to);
                }
            }
            if (!HexFormat.of().formatHex(digest.digest()).equals(manifest.sha256())) {
                throw damaged(file);
            }
            return manifest;
        } catch (ZipException e) {
            throw damaged(file);
        }
    }

    private static Manifest manifest(Path file, ZipFile zip) throws Unusable, IOException {
        ZipEntry entry = zip.getEntry(MANIFEST);
        if (entry == null) {
            throw damaged(file);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return Manifest.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw damaged(file);
        }
    }

    private static Unusable damaged(Path file) {
        return new Unusable("The file " + file
                + " is no backup of Panfeng, or it is damaged: what it says of itself and what is in it do not agree. "
                + "Nothing was changed. Take another one.");
    }

    static String sha256(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static long crc(Path file) throws IOException {
        CRC32 crc = new CRC32();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                crc.update(buffer, 0, read);
            }
        }
        return crc.getValue();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
