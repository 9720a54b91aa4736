/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/colour.h"

#include <math.h>

static double
to_linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

double
atlas_colour_luminance (AtlasColour colour)
{
  return 0.2126 * to_linear (colour.red) + 0.7152 * to_linear (colour.green) + 0.0722 * to_linear (colour.blue);
}

double
atlas_colour_contrast (AtlasColour a,
                       AtlasColour b)
{
  double one = atlas_colour_luminance (a) + 0.05;
  double other = atlas_colour_luminance (b) + 0.05;

  return MAX (one, other) / MIN (one, other);
}

AtlasColour
atlas_colour_mix (AtlasColour a,
                  AtlasColour b,
                  double      share)
{
  return (AtlasColour) {
    a.red + (b.red - a.red) * share,
    a.green + (b.green - a.green) * share,
    a.blue + (b.blue - a.blue) * share,
    a.alpha + (b.alpha - a.alpha) * share,
  };
}

AtlasColour
atlas_colour_text_on (AtlasColour fill)
{
  AtlasColour white = { 1.0, 1.0, 1.0, 1.0 };
  AtlasColour black = { 0.0, 0.0, 0.0, 1.0 };

  return atlas_colour_contrast (fill, white) >= atlas_colour_contrast (fill, black) ? white : black;
}
