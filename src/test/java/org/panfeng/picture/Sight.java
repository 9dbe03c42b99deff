package org.panfeng.picture;

import java.awt.Color;

/** How colours look to people with all three kinds of cones or with two (Machado, Oliveira and Fernandes 2009, severity 1). */
enum Sight {
    COMMON(1, 0, 0, 0, 1, 0, 0, 0, 1),
    WITHOUT_RED(0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998),
    WITHOUT_GREEN(0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
    WITHOUT_BLUE(1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900);

    private final double[] matrix;

    Sight(double... matrix) {
        this.matrix = matrix;
    }

    /** The difference CIE76 of two colours as they are seen. */
    double distance(Color one, Color other) {
        double[] first = lab(seen(one));
        double[] second = lab(seen(other));
        return Math.sqrt(square(first[0] - second[0]) + square(first[1] - second[1]) + square(first[2] - second[2]));
    }

    private static double square(double value) {
        return value * value;
    }

    /** The relative luminance of WCAG, from 0 to 1. */
    static double luminance(Color color) {
        double[] rgb = linear(color);
        return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
    }

    private double[] seen(Color color) {
        double[] rgb = linear(color);
        double[] seen = new double[3];
        for (int row = 0; row < 3; row++) {
            double sum = matrix[3 * row] * rgb[0] + matrix[3 * row + 1] * rgb[1] + matrix[3 * row + 2] * rgb[2];
            seen[row] = Math.min(1, Math.max(0, sum));
        }
        return seen;
    }

    private static double[] linear(Color color) {
        return new double[] {linear(color.getRed()), linear(color.getGreen()), linear(color.getBlue())};
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    /** CIELAB for the white of sRGB. */
    private static double[] lab(double[] rgb) {
        double x = cubeRoot((0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.9505);
        double y = cubeRoot(0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]);
        double z = cubeRoot((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.089);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double cubeRoot(double value) {
        return value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16.0 / 116;
    }
}
