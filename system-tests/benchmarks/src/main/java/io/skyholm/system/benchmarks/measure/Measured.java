package io.skyholm.system.benchmarks.measure;

/**
 * What a run came to, and what one request or transaction of it cost on the processors that all share.
 *
 * @param serviceMicros of the service; nothing where the load generator speaks to the database itself
 */
public record Measured(double perSecond, double serviceMicros, double databaseMicros, double loadMicros) {

    private static final int PARTS = 3;

    /** Runs it and counts what each process spent meanwhile. */
    public static Measured of(BenchSuite suite, Run run) throws Exception {
        double[] before = spent(suite);
        long begin = System.nanoTime();
        double perSecond = run.perSecond();
        double requests = perSecond * (System.nanoTime() - begin) / 1e9;
        double[] after = spent(suite);
        double[] each = new double[PARTS];
        for (int part = 0; part < PARTS; part++) {
            each[part] = (after[part] - before[part]) / requests;
        }
        return new Measured(perSecond, each[0], each[1], each[2]);
    }

    private static double[] spent(BenchSuite suite) {
        return new double[] {
            ProcessorTime.ofAll(suite.process("identity")),
            ProcessorTime.ofAll(suite.process("postgres")),
            ProcessorTime.here()
        };
    }

    /** Load of any kind. */
    public interface Run {
        double perSecond() throws Exception;
    }
}
