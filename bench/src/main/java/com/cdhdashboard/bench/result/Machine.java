package com.cdhdashboard.bench.result;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/** The machine a value was measured on; without it the value says nothing. */
public record Machine(int cores, long memoryMegabytes, String jdk, String system) {
    public static Machine here() {
        OperatingSystemMXBean bean = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                bean.getTotalMemorySize() >> 20,
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d cores, %,d MB, %s, %s", cores, memoryMegabytes, jdk, system);
    }
}
