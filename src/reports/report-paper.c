/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <math.h>

#include "reports/report-style.h"

/* Of A3, in sizes of A4. */
#define GROWTH G_SQRT2

static const char *const papers[] = { "a4", "a3", NULL };
static const char *const numbers[] = { "standard", "centred", "outer", NULL };

const char *const *
atlas_paper_list_ids (void)
{
  return papers;
}

const char *const *
atlas_page_numbers_list_ids (void)
{
  return numbers;
}

/* Margins grow with the paper. */
static void
enlarge (AtlasReportStyle *style)
{
  const AtlasPageArea *area = &style->upright;

  style->landscape = (AtlasPageArea) { area->x * GROWTH, area->y * GROWTH, style->height - 2 * area->x * GROWTH,
                                       style->width - 2 * area->y * GROWTH };
  style->upright = (AtlasPageArea) { area->x * GROWTH, area->y * GROWTH, style->width - 2 * area->x * GROWTH,
                                     style->height - 2 * area->y * GROWTH };
  style->running_head *= GROWTH;
  style->page_number *= GROWTH;
}

/* On a grid margins stay, and the area takes as many whole characters and lines more as there is room for; A4 has its bottom
 * margin, and the number in it, from what 22 lines leave. */
static void
extend_grid (AtlasReportStyle *style,
             double            added_width,
             double            added_height)
{
  double character = style->texts[ATLAS_TEXT_BODY].size;
  double columns = floor (added_width / character), lines = floor (added_height / style->pitch);
  double across = floor (added_width / style->pitch);

  style->upright.width += columns * character;
  style->upright.height += lines * style->pitch;
  style->page_number += added_height - lines * style->pitch;
  style->landscape.x += added_height - lines * style->pitch;
  style->landscape.width += lines * style->pitch;
  style->landscape.height += across * style->pitch;
}

AtlasReportStyle
atlas_report_style_adapt (const AtlasReportStyle *self,
                          AtlasPaper              paper,
                          AtlasPageNumbers        page_numbers)
{
  AtlasReportStyle adapted = *self;

  if (page_numbers != ATLAS_PAGE_NUMBERS_STANDARD)
    adapted.numbers = page_numbers;
  if (paper == ATLAS_PAPER_A4)
    return adapted;
  adapted.paper = paper;
  adapted.width = self->height;
  adapted.height = self->width * 2;
  if (self->pitch > 0)
    extend_grid (&adapted, adapted.width - self->width, adapted.height - self->height);
  else
    enlarge (&adapted);
  return adapted;
}
