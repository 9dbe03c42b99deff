# Panfeng as an image:  docker build -t panfeng .
# BuildKit is needed, which Docker 23 and newer use by themselves. What the image is like to run: docs/operators.md

FROM debian:bookworm-slim AS build
# The slim image has no folder for man pages, and without one Debian's JDK does not install.
RUN mkdir -p /usr/share/man/man1 \
    && apt-get update \
    && apt-get install -y --no-install-recommends maven openjdk-17-jdk-headless
WORKDIR /build
COPY pom.xml .
COPY .mvn .mvn
COPY config config
COPY src/main src/main
# What Maven downloads stays in a cache of the builder, so that a change of the sources or of one dependency fetches little.
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -ntp -q package -Dmaven.test.skip=true \
    && install -D -m 644 target/panfeng.jar /opt/panfeng/panfeng.jar

# A Java runtime of the modules that the jar names, and of those that are only looked up while it runs: the curves of TLS, the names of
# days and months, the trimming of memory, Unsafe, reading lessons out of the jar. Uncompressed, it starts faster and, as a layer, is
# smaller. Its options hold for whatever it runs; JDK_JAVA_OPTIONS comes after them and so can change each.
RUN jlink --output /opt/panfeng/runtime \
      --add-modules "$(jdeps --multi-release 17 --ignore-missing-deps --print-module-deps /opt/panfeng/panfeng.jar)" \
      --add-modules jdk.crypto.ec,jdk.localedata,jdk.management,jdk.unsupported,jdk.zipfs \
      --include-locales en,zh \
      --strip-java-debug-attributes --no-header-files --no-man-pages --compress 0 \
      --add-options "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xms24m -Xmx192m -XX:+ExitOnOutOfMemoryError \
-XX:-UsePerfData -Djava.awt.headless=true"

# The class-data archive takes the place of the runtime's own. What the bot needs is learnt from the tour, which runs all of it and ends
# by itself. The archive knows the jar by its path, size and date: nothing may be moved or touched from here on.
RUN cd /tmp && java=/opt/panfeng/runtime/bin/java \
    && $java -Xshare:off -XX:DumpLoadedClassList=classes -jar /opt/panfeng/panfeng.jar try --tour > tour.txt \
    && $java -Xshare:dump -XX:SharedClassListFile=classes -Xlog:cds=error -jar /opt/panfeng/panfeng.jar

FROM debian:bookworm-slim
LABEL org.opencontainers.image.title="Panfeng" \
      org.opencontainers.image.description="A study bot for offices: a reading and a short quiz every working day, in Telegram." \
      org.opencontainers.image.licenses="Apache-2.0"
# A font with Chinese, its index, and the libraries with which Java draws. The index cannot be made later on a read-only file system, and
# it holds for the folders' dates, of which an image keeps only the seconds.
RUN apt-get update \
    && apt-get install -y --no-install-recommends \
      fonts-wqy-microhei fontconfig libfreetype6 libharfbuzz0b libjpeg62-turbo liblcms2-2 \
    && rm -rf /var/lib/apt/lists/* \
    && find /usr/share/fonts /usr/local/share/fonts -type d -exec touch -d 2026-01-01 {} + \
    && fc-cache -s -f \
    && groupadd --gid 10001 panfeng \
    && useradd --uid 10001 --gid panfeng --home-dir /panfeng --no-create-home --shell /usr/sbin/nologin panfeng \
    && install -d /panfeng/config \
    && install -d -o panfeng -g panfeng -m 750 /panfeng/data
COPY --from=build /opt/panfeng /opt/panfeng
COPY src/main/docker/healthy /opt/panfeng/healthy
# The archive must fit what was copied, or every start would silently be slow.
RUN ["/opt/panfeng/runtime/bin/java", "-Xshare:on", "-jar", "/opt/panfeng/panfeng.jar", "check"]

# The settings are in ./config, the database in ./data.
WORKDIR /panfeng
VOLUME /panfeng/data
# The environment outranks panfeng.yaml, so the health check always finds the port.
ENV LANG=C.UTF-8 PANFENG_HTTP_BIND=0.0.0.0 PANFENG_HTTP_PORT=8080
EXPOSE 8080
USER 10001:10001
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 CMD ["/opt/panfeng/healthy"]
ENTRYPOINT ["/opt/panfeng/runtime/bin/java", "-jar", "/opt/panfeng/panfeng.jar"]
CMD ["run"]
