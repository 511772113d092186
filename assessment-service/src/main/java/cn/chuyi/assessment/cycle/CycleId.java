package cn.chuyi.assessment.cycle;

/** Which cycle: {@code CHUYI-2022-2025} is programme and year. */
public record CycleId(String programme, int year) {

    /** The stream of the cycle's facts. */
    public String stream() {
        return "cycle-" + this;
    }

    @Override
    public String toString() {
        return programme + "-" + year;
    }
}
