package cn.chuyi.assessment.cycle;

/** Which cycle: {@code CHUYI-2022-2025} is programme and year. */
public record CycleId(String programme, int year) {
    static final String STREAM = "cycle-";

    /** The stream of the cycle's facts. */
    public String stream() {
        return STREAM + this;
    }

    @Override
    public String toString() {
        return programme + "-" + year;
    }
}
