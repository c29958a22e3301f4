package dev.interlock.ingest.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interlock.ingest.Traces;
import dev.interlock.platform.Actor;
import dev.interlock.platform.ProjectId;
import dev.interlock.security.Projects;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Measures how many spans a second are taken, read from protobuf to rows in the database; writes traces.md. */
@SpringBootTest(properties = "interlock.traces.pump=false")
@EnabledIfSystemProperty(named = "benchmark.folder", matches = ".+")
class TraceBenchmark {
    private static final int SPANS = Integer.getInteger("benchmark.spans", 600_000);
    private static final int BATCH = 512;
    private static final int SERVICES = 50;
    private static final int HOPS = 7;

    private final Random random = new Random(7);

    @Autowired
    Traces traces;

    @Autowired
    TraceBook book;

    @Autowired
    Projects projects;

    @Test
    void spansTakenInASecond() throws Exception {
        var project = projects.create("t" + UUID.randomUUID(), "Traces", Actor.system("test"))
                .id();
        send(project, batches(100_000));
        book.settle(true);
        var batches = batches(SPANS);
        var before = used();
        var cpu = cpu();
        var began = System.nanoTime();

        var most = send(project, batches);
        book.settle(true);
        var seconds = (System.nanoTime() - began) / 1e9;

        var rate = SPANS / seconds;
        var busy = (cpu() - cpu) / 1e9;
        var text = String.format(
                Locale.ROOT,
                "| %,d | %.1f s | %,.0f | %.1f s | %d MiB |%n",
                SPANS,
                seconds,
                rate,
                busy,
                Math.max(0, most - before) >> 20);
        Files.writeString(Path.of(System.getProperty("benchmark.folder")).resolve("traces-measured.txt"), text);
        assertThat(rate).isGreaterThan(10_000);
    }

    /** The most memory in use meanwhile. */
    private long send(ProjectId project, List<byte[]> batches) {
        var most = 0L;
        for (var i = 0; i < batches.size(); i++) {
            traces.receive(project, batches.get(i), false);
            if (i % 40 == 39) {
                book.settle(false);
                most = i % 400 == 399 ? Math.max(most, used()) : most;
            }
        }
        return most;
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    /** Export requests of 512 spans, each of one service, as exporters send them; traces are spread over them. */
    private List<byte[]> batches(int spans) {
        var byService = new ArrayList<ByteArrayOutputStream>();
        var counts = new int[SERVICES];
        for (var i = 0; i < SERVICES; i++) {
            byService.add(new ByteArrayOutputStream());
        }
        var batches = new ArrayList<byte[]>();
        for (var made = 0; made < spans; ) {
            var trace = bytes(16);
            var parent = new byte[0];
            for (var hop = 0; hop < HOPS && made < spans; hop++) {
                var service = (hop * 7 + trace[3] % 3 + SERVICES) % SERVICES;
                for (var kind = 2; kind <= 3 && made < spans; kind++, made++) {
                    var id = bytes(8);
                    field(byService.get(service), 2, span(trace, id, parent, kind, hop));
                    parent = id;
                    if (++counts[service] == BATCH) {
                        batches.add(request(service, byService.get(service)));
                        byService.set(service, new ByteArrayOutputStream());
                        counts[service] = 0;
                    }
                }
            }
        }
        for (var service = 0; service < SERVICES; service++) {
            batches.add(request(service, byService.get(service)));
        }
        return batches;
    }

    private byte[] span(byte[] trace, byte[] id, byte[] parent, int kind, int hop) {
        var out = new ByteArrayOutputStream();
        field(out, 1, trace);
        field(out, 2, id);
        if (parent.length > 0) {
            field(out, 4, parent);
        }
        var name = kind == 2 ? "POST /resource" + hop + "/" + random.nextInt(1_000_000) : "POST";
        field(out, 5, name.getBytes(StandardCharsets.UTF_8));
        out.write(6 << 3);
        out.write(kind);
        fixed(out, 7, System.currentTimeMillis() * 1_000_000);
        fixed(out, 8, System.currentTimeMillis() * 1_000_000 + random.nextInt(50_000_000));
        field(out, 9, attribute("http.request.method", "POST"));
        field(out, 9, attribute("url.path", "/resource" + hop + "/" + random.nextInt(1_000_000)));
        field(out, 9, attribute("server.address", "service-" + hop));
        field(out, 9, attribute("thread.name", "http-nio-8080-exec-" + random.nextInt(200)));
        field(out, 9, attribute("user_agent.original", "Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101"));
        return out.toByteArray();
    }

    private static byte[] request(int service, ByteArrayOutputStream spans) {
        var resource = new ByteArrayOutputStream();
        field(resource, 1, attribute("service.name", "service-" + service));
        var group = new ByteArrayOutputStream();
        field(group, 1, resource.toByteArray());
        field(group, 2, spans.toByteArray());
        var request = new ByteArrayOutputStream();
        field(request, 1, group.toByteArray());
        return request.toByteArray();
    }

    private static byte[] attribute(String key, String value) {
        var any = new ByteArrayOutputStream();
        field(any, 1, value.getBytes(StandardCharsets.UTF_8));
        var pair = new ByteArrayOutputStream();
        field(pair, 1, key.getBytes(StandardCharsets.UTF_8));
        field(pair, 2, any.toByteArray());
        return pair.toByteArray();
    }

    private byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static void field(ByteArrayOutputStream out, int number, byte[] bytes) {
        varint(out, (number << 3) | 2);
        varint(out, bytes.length);
        out.writeBytes(bytes);
    }

    private static void fixed(ByteArrayOutputStream out, int number, long value) {
        varint(out, (number << 3) | 1);
        for (var i = 0; i < 8; i++) {
            out.write((int) (value >>> (8 * i)));
        }
    }

    private static void varint(ByteArrayOutputStream out, int value) {
        var left = value;
        for (; left >= 0x80; left >>>= 7) {
            out.write((left & 0x7f) | 0x80);
        }
        out.write(left);
    }
}
