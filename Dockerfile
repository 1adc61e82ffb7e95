# One side of Annals, the command side or the query side. Build the jars first:
#   ./mvnw -q -DskipTests package && docker build --build-arg SIDE=command-side -t annals/command-side .
FROM eclipse-temurin:25-jre AS layers
ARG SIDE
COPY ${SIDE}/target/${SIDE}-*-exec.jar /annals.jar
RUN java -Djarmode=tools -jar /annals.jar extract --layers --destination /layers

FROM eclipse-temurin:25-jre
RUN groupadd --system --gid 10001 annals \
 && useradd --system --uid 10001 --gid annals --no-create-home --shell /usr/sbin/nologin annals
WORKDIR /annals
# What changes seldom comes first, so that an upgrade moves little.
COPY --from=layers /layers/dependencies/ ./
COPY --from=layers /layers/spring-boot-loader/ ./
COPY --from=layers /layers/snapshot-dependencies/ ./
COPY --from=layers /layers/application/ ./
USER 10001:10001
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
  CMD ["curl", "--fail", "--silent", "--output", "/dev/null", "http://127.0.0.1:8080/actuator/health/readiness"]
# The heap leaves room for the 19 MiB that each password hash of the command side takes outside of it.
ENTRYPOINT ["java", "--enable-native-access=ALL-UNNAMED", "-Daxoniq.update-checker.disabled=true", "-XX:MaxRAMPercentage=60", "-XX:TrimNativeHeapInterval=5000", "-XX:+ExitOnOutOfMemoryError", "-jar", "annals.jar"]
