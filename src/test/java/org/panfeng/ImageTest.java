package org.panfeng;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.panfeng.web.HealthServer;
import org.yaml.snakeyaml.Yaml;

/** What Dockerfile, compose.yaml and the health check say of each other and of the bot holds. No image is built here. */
class ImageTest {
    private static final Path DOCKERFILE = Path.of("Dockerfile");
    private static final Path COMPOSE = Path.of("config", "compose.yaml");
    private static final Path HEALTHY = Path.of("src", "main", "docker", "healthy");

    @Test
    void theHealthCheckBelievesTheHealthPage() throws IOException, InterruptedException {
        List<String> troubles = new ArrayList<>();
        try (HealthServer server = HealthServer.start("127.0.0.1", 0, () -> troubles)) {
            Shell.Said well = healthy(server.port());
            assertThat(well.exitCode()).isZero();
            assertThat(well.words()).startsWith("200 ").contains("\"ok\"");
            troubles.add("receiving has stopped");
            Shell.Said ill = healthy(server.port());
            assertThat(ill.exitCode()).isEqualTo(1);
            assertThat(ill.words()).startsWith("503 ").contains("receiving has stopped");
        }
    }

    @Test
    void whereNobodyListensIsNotHealthy() throws IOException, InterruptedException {
        assertThat(healthy(9).exitCode()).isEqualTo(1);
    }

    private static Shell.Said healthy(int port) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(HEALTHY.toAbsolutePath().toString()).redirectErrorStream(true);
        builder.environment().put("PANFENG_HTTP_PORT", String.valueOf(port));
        Process process = builder.start();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Shell.Said(process.waitFor(), words);
    }

    @Test
    void whatIsCopiedIsThereAndNotIgnored() throws IOException {
        List<String> sent = Files.readAllLines(Path.of(".dockerignore")).stream()
                .filter(line -> line.startsWith("!"))
                .map(line -> line.substring(1))
                .toList();
        assertThat(sent).allSatisfy(path -> assertThat(Path.of(path)).exists());
        List<String> copied = found(DOCKERFILE, "(?m)^COPY ([^- ]\\S*) ");
        assertThat(copied)
                .contains("pom.xml")
                .allSatisfy(
                        path -> assertThat(sent).anyMatch(one -> one.startsWith(path) || path.startsWith(one + "/")));
    }

    @Test
    void composeMeetsTheImage() throws IOException {
        Map<?, ?> services = below(new Yaml().load(Files.readString(COMPOSE)), "services");
        Map<?, ?> bot = below(services, "panfeng");
        String port = one("(?m)^EXPOSE (\\d+)$");
        String folder = one("(?m)^WORKDIR (/panfeng)$");
        assertThat(bot.get("ports")).isEqualTo(List.of("127.0.0.1:" + port + ":" + port));
        assertThat(bot.get("volumes"))
                .isEqualTo(List.of(
                        ".:" + folder + "/" + Settings.DEFAULT_DIR + ":ro", "data:" + one("(?m)^VOLUME (\\S+)$")));
        assertThat(one("PANFENG_HTTP_PORT=(\\d+)")).isEqualTo(port);
        below(bot, "depends_on").keySet().forEach(other -> below(services, other));
        assertThat(Path.of(one("(?m)^HEALTHCHECK .*CMD \\[\"/opt/panfeng/(.*)\"]$")))
                .isEqualTo(HEALTHY.getFileName());
    }

    private static Map<?, ?> below(Map<?, ?> map, Object key) {
        return Objects.requireNonNull((Map<?, ?>) map.get(key), key::toString);
    }

    private static String one(String pattern) throws IOException {
        List<String> found = found(DOCKERFILE, pattern);
        assertThat(found).as(pattern).hasSize(1);
        return found.get(0);
    }

    private static List<String> found(Path file, String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(file))
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }
}
