package org.panfeng.programme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What an office wrote into its configuration folder and, where it wrote nothing, what Panfeng ships. */
final class ConfigFiles {
    private static final String SHIPPED_FOLDER = "org/panfeng/config";

    private final Path configDir;
    private final Path shippedIn;

    /**
     * @param shippedIn the jar, or the folder of classes, that holds the files Panfeng ships
     */
    ConfigFiles(Path configDir, Path shippedIn) {
        this.configDir = configDir;
        this.shippedIn = shippedIn;
    }

    static ConfigFiles of(Path configDir) {
        return new ConfigFiles(configDir, whereThisClassIs());
    }

    /** The folder of this name: the office's own if it has at least one file that is wanted, else the shipped one. */
    ConfigFolder folder(String folder, Predicate<String> wanted) {
        Path own = configDir.resolve(folder);
        return names(own, wanted).isEmpty() ? shipped(folder) : ConfigFolder.own(own);
    }

    /**
     * The texts of a folder in the order of their names: the office's own if it has at least one that is wanted, else the
     * shipped ones. Never a mixture, so that an office can leave out what is shipped.
     *
     * @param findings gets one finding for each file that is no text
     */
    List<TextFile> read(String folder, Predicate<String> wanted, List<Finding> findings) {
        return folder(folder, wanted).look(path -> texts(path, wanted, findings));
    }

    /** Where an office would put its own files of a folder, for findings. */
    String place(String folder) {
        return configDir.resolve(folder).toString();
    }

    /** The names of all files and folders in a folder, the office's own and the shipped ones. */
    List<String> names(String folder) {
        List<String> names = new ArrayList<>(names(configDir.resolve(folder), name -> true));
        names.addAll(shipped(folder).look(path -> names(path, name -> true)));
        return names.stream().distinct().sorted().toList();
    }

    private ConfigFolder shipped(String folder) {
        return ConfigFolder.shipped(shippedIn, SHIPPED_FOLDER + "/" + folder);
    }

    static List<String> names(Path folder, Predicate<String> wanted) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            // A zip file system ends the name of a folder with a slash.
            return files.map(file -> String.valueOf(file.getFileName()).replace("/", ""))
                    .filter(wanted)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<TextFile> texts(Path folder, Predicate<String> wanted, List<Finding> findings) {
        List<TextFile> texts = new ArrayList<>();
        for (String name : names(folder, wanted)) {
            TextFile.read(folder.resolve(name), findings).ifPresent(text -> {
                if (text.text().isBlank()) {
                    findings.add(text.finding(0, "is empty"));
                } else {
                    texts.add(text);
                }
            });
        }
        return texts;
    }

    private static Path whereThisClassIs() {
        try {
            return Path.of(ConfigFiles.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
