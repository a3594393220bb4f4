package io.storehouse.launcher.services;

import java.util.List;
import java.util.stream.Stream;

/** Memory and module options of the JVMs, sized for one machine; sums and measurements are in docs/engines.md. */
public final class JvmOptions {
    static final List<String> CONNECT = List.of("-Xms48m", "-Xmx160m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    static final List<String> SHOP = List.of("-Xms64m", "-Xmx256m", "-XX:+UseSerialGC");

    static final List<String> FLINK = Stream.concat(
                    Stream.of("-Xms96m", "-Xmx288m", "-XX:MaxDirectMemorySize=128m", "-XX:+UseSerialGC"),
                    opens(
                            "java.base/java.lang",
                            "java.base/java.lang.reflect",
                            "java.base/java.net",
                            "java.base/java.io",
                            "java.base/java.nio",
                            "java.base/java.text",
                            "java.base/java.time",
                            "java.base/java.util",
                            "java.base/java.util.concurrent",
                            "java.base/java.util.concurrent.atomic",
                            "java.base/java.util.concurrent.locks",
                            "java.base/sun.nio.ch"))
            .toList();

    /** Spark, on demand: the parallel collector, and what Spark opens of the JDK for itself. */
    public static final List<String> WAREHOUSE = Stream.concat(
                    Stream.of(
                            "-Xmx1536m",
                            "-XX:+UseParallelGC",
                            "-XX:+IgnoreUnrecognizedVMOptions",
                            "-Djdk.reflect.useDirectMethodHandle=false",
                            "-Dio.netty.tryReflectionSetAccessible=true"),
                    opens(
                            "java.base/java.lang",
                            "java.base/java.lang.invoke",
                            "java.base/java.lang.reflect",
                            "java.base/java.io",
                            "java.base/java.net",
                            "java.base/java.nio",
                            "java.base/java.util",
                            "java.base/java.util.concurrent",
                            "java.base/java.util.concurrent.atomic",
                            "java.base/jdk.internal.ref",
                            "java.base/sun.nio.ch",
                            "java.base/sun.nio.cs",
                            "java.base/sun.security.action",
                            "java.base/sun.util.calendar",
                            "java.security.jgss/sun.security.krb5"))
            .toList();

    /** Queries and reports: one short life. */
    public static final List<String> REPORTS = List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    /** Replay and split. */
    public static final List<String> TILLS = List.of("-Xmx768m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private JvmOptions() {}

    private static Stream<String> opens(String... packages) {
        return Stream.of(packages).map(name -> "--add-opens=" + name + "=ALL-UNNAMED");
    }
}
