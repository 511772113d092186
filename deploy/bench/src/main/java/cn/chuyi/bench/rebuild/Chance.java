package cn.chuyi.bench.rebuild;

import java.util.Random;

/** What is left to chance, from a seed: amounts, dates, digests and orders. */
final class Chance {
    private final Random random;

    Chance(long seed) {
        this.random = new Random(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    long any() {
        return random.nextLong();
    }

    /** A grade where the indicator has grades, a number where it has numbers. */
    String value(String code) {
        boolean letter = code.startsWith("A") || code.equals("D2");
        return letter ? String.valueOf((char) ('A' + random.nextInt(4))) : decimal(100);
    }

    String decimal(int below) {
        return random.nextInt(below) + "." + random.nextInt(10);
    }

    String on(int year) {
        return "%d-%02d-%02d".formatted(year, 1 + random.nextInt(12), 1 + random.nextInt(28));
    }

    String sha() {
        return "%016x%016x%016x%016x"
                .formatted(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
    }

    /** The numbers below {@code size}, shuffled. */
    int[] order(int size) {
        var order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        for (int i = size - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
        return order;
    }
}
