"""Whether colours can be read: the contrast of WCAG 2.1, 1.4.3, over the relative luminance of sRGB."""
WHITE, BLACK = 0xFFFFFF, 0x000000
AUTOMATIC = -1


def luminance(colour):
    parts = [(colour >> shift & 0xFF) / 255 for shift in (16, 8, 0)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def faults(ink, paper):
    """What is wrong with a text: on its own paper, and with high contrast, where the office leaves papers out."""
    if ink == AUTOMATIC:  # the office writes black on what is light, and so does every other program
        return ["black on its paper"] if paper != AUTOMATIC and contrast(BLACK, paper) < 7 else []
    ground = WHITE if paper == AUTOMATIC else paper
    tried = {"on its paper": (ground, 4.2), "on white": (WHITE, 4.5), "on black": (BLACK, 3.9)}
    return [where for where, (under, least) in tried.items() if contrast(ink, under) < least]
