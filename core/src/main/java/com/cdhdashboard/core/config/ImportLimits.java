package com.cdhdashboard.core.config;

/**
 * The {@code [ih.limits]} section: what an import may use, and what an archive may unpack to before it is refused.
 *
 * @param maxUnpackedGigabytes that come out of one file
 * @param maxRatio bytes that come out for each byte of the file
 * @param maxMembers of one archive
 * @param memoryMegabytes of the engine; the rest of the program needs about 500 more
 */
public record ImportLimits(int maxUnpackedGigabytes, int maxRatio, int maxMembers, int memoryMegabytes) {
    /** 64 GiB; 200 to 1, as real exports reach 62 to 1; 100,000 members; a process of less than 2 GB. */
    public static final ImportLimits DEFAULT = new ImportLimits(64, 200, 100_000, 1_100);
}
