package cn.chuyi.kit.config;

import org.eclipse.microprofile.config.spi.Converter;

/**
 * A whole number within bounds, else the service does not start. Bean Validation could say so too, but would look at
 * every class of the service for it, before anything else.
 */
public abstract class Within implements Converter<Integer> {
    private static final long serialVersionUID = 1;

    private final int least;
    private final int most;

    protected Within(int least, int most) {
        this.least = least;
        this.most = most;
    }

    @Override
    public final Integer convert(String value) {
        try {
            int number = Integer.parseInt(value.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Said below.
        }
        throw new IllegalArgumentException("\"" + value + "\" is no whole number from " + least + " to " + most);
    }
}
