package com.cdhdashboard.duckdb.imports.sample;

import com.cdhdashboard.core.ingest.format.Part;

/** Numbers that look random and follow from the name of a part and a place in it, so that equal files give equal samples. */
public record Keys(long seed) {
    private static final long SEED = 17;
    private static final long STEP = 0x9e3779b97f4a7c15L;

    public static Keys of(Part part) {
        String name = part.origin().name() + "!" + part.member() + "!" + part.firstRow();
        long seed = SEED;
        for (int i = 0; i < name.length(); i++) {
            seed = mixed(seed * 31 + name.charAt(i));
        }
        return new Keys(seed);
    }

    /** From 0 to the largest of 63 bits. */
    public long of(long place) {
        return mixed(seed + place * STEP) >>> 1;
    }

    /** The end of SplitMix64 (Steele, Lea, Flood 2014, doi:10.1145/2660193.2660195). */
    private static long mixed(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
