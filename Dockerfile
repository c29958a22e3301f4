# Builds Interlock and packs it in layers that change rarely to often, without the embedded database.
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /source
COPY pom.xml ./
RUN mvn -B -ntp -Pcontainer dependency:go-offline
COPY . ./
RUN mvn -B -ntp -Pcontainer -DskipTests package \
    && java -Djarmode=tools -jar target/interlock.jar extract --layers --destination /layers

FROM eclipse-temurin:25-jre-alpine
RUN addgroup -S interlock && adduser -S -G interlock -h /var/lib/interlock interlock
WORKDIR /opt/interlock
COPY --from=build /layers/dependencies/ ./
COPY --from=build /layers/spring-boot-loader/ ./
COPY --from=build /layers/snapshot-dependencies/ ./
COPY --from=build /layers/application/ ./
USER interlock
ENV INTERLOCK_DATA=/var/lib/interlock \
    MANAGEMENT_SERVER_PORT=9090 \
    MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE=health,prometheus
VOLUME /var/lib/interlock
EXPOSE 8080 9090
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
    CMD wget -q -O /dev/null http://127.0.0.1:9090/actuator/health/readiness || exit 1
# The first clean stop keeps an archive of the classes a start needs in the volume; later starts take half the time.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:+UseSerialGC", "-Xms96m", "-XX:MinHeapFreeRatio=10", \
    "-XX:MaxHeapFreeRatio=30", "-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=/var/lib/interlock/interlock.jsa", \
    "-Xlog:disable", "-Xlog:all=error:stderr", "-jar", "interlock.jar"]
