package com.cdhdashboard.core.ingest.archive;

/**
 * What unpacking one file may cost; what would go beyond is refused, as no honest export does.
 *
 * @param maxBytes bytes that come out of one file, all its members together
 * @param maxRatio bytes that come out for each byte of the file, looked at once {@link #RATIO_FROM_BYTES} are out
 * @param maxMembers members of one file, those of inner archives included
 * @param maxNesting levels of archives: 1 refuses archives inside archives; {@code tar.gz} is one level
 */
public record UnpackLimits(long maxBytes, int maxRatio, int maxMembers, int maxNesting) {
    /** Below this, even the wildest ratio does no harm. */
    public static final long RATIO_FROM_BYTES = 100L << 20;

    public UnpackLimits {
        if (!(maxBytes >= 1 && maxRatio >= 1 && maxMembers >= 1 && maxNesting >= 1)) {
            throw new IllegalArgumentException(
                    "limits must be at least 1: " + maxBytes + ", " + maxRatio + ", " + maxMembers + ", " + maxNesting);
        }
    }

    /** 64 GiB, 200 to 1 (real exports reach 62 to 1), 100,000 members, no archives inside archives. */
    public static UnpackLimits defaults() {
        return new UnpackLimits(64L << 30, 200, 100_000, 1);
    }
}
