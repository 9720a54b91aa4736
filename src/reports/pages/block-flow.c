/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/pages/block-flow.h"

/* A paragraph of so many lines is more than the announcement of the table behind it, and would part with its first ones. */
#define LONG_PARAGRAPH 4

/* Space above and below a block of each kind; between two the larger holds. Headings are closer to what they
 * head. */
static double
space_above (const AtlasBlock *block)
{
  switch (block->kind)
    {
    case ATLAS_BLOCK_HEADING:
      return block->level == 1 ? 16 : 11;
    case ATLAS_BLOCK_KEY_FIGURES:
    case ATLAS_BLOCK_CHART:
    case ATLAS_BLOCK_TABLE:
      return 9;
    case ATLAS_BLOCK_NOTE:
      return 5;
    case ATLAS_BLOCK_TITLE:
    case ATLAS_BLOCK_PARAGRAPH:
    case ATLAS_BLOCK_PAGE_BREAK:
    default:
      return 0;
    }
}

static double
space_below (const AtlasBlock *block,
             AtlasLanguage     language)
{
  switch (block->kind)
    {
    case ATLAS_BLOCK_TITLE:
      return 14;
    case ATLAS_BLOCK_HEADING:
      return 3;
    case ATLAS_BLOCK_KEY_FIGURES:
    case ATLAS_BLOCK_CHART:
    case ATLAS_BLOCK_TABLE:
      return 11;
    case ATLAS_BLOCK_PARAGRAPH:
      /* Without an indent, paragraphs are told apart by space. */
      return language == ATLAS_LANGUAGE_CHINESE ? 1 : 5;
    case ATLAS_BLOCK_NOTE:
    case ATLAS_BLOCK_PAGE_BREAK:
    default:
      return 3;
    }
}

/* On a grid a line is left free under the title, and no other. */
static double
space_between (const AtlasBlock       *above,
               const AtlasBlock       *below,
               const AtlasReportStyle *style,
               AtlasLanguage           language)
{
  if (style->pitch > 0)
    return above->kind == ATLAS_BLOCK_TITLE ? style->pitch : 0;
  if (above->kind == ATLAS_BLOCK_HEADING && below->kind == ATLAS_BLOCK_HEADING)
    return space_below (above, language);
  return MAX (space_below (above, language), space_above (below));
}

static gboolean
is_numbered (const AtlasBlock *block)
{
  return block->kind == ATLAS_BLOCK_TABLE || block->kind == ATLAS_BLOCK_CHART;
}

/* (nullable): block I. */
static const AtlasBlock *
find_block (GPtrArray *blocks,
            guint      i)
{
  return i < blocks->len ? g_ptr_array_index (blocks, i) : NULL;
}

/* A paragraph right before a table announces it, and a note right behind a table or chart is about it. A long paragraph tells
 * more than what it announces: its last lines would leave a gap where they would have stood. */
static gboolean
belongs_to_next (GPtrArray *blocks,
                 guint      i,
                 guint      n_lines)
{
  const AtlasBlock *block = find_block (blocks, i), *next = find_block (blocks, i + 1);

  if (next == NULL)
    return FALSE;
  if (block->kind == ATLAS_BLOCK_PARAGRAPH)
    return n_lines < LONG_PARAGRAPH && next->kind == ATLAS_BLOCK_TABLE;
  return is_numbered (block) && next->kind == ATLAS_BLOCK_NOTE;
}

static gboolean
is_entry (const AtlasBlock *block)
{
  return block != NULL && block->kind == ATLAS_BLOCK_NOTE && block->number > 0 && !block->is_run_in;
}

/* Of a list of sources two entries stand under its heading at least, and two on its last page. */
static gboolean
keeps_next_entry (GPtrArray *blocks,
                  guint      i)
{
  gboolean is_first = i > 0 && !is_entry (find_block (blocks, i - 1)), is_next_last = !is_entry (find_block (blocks, i + 2));

  return is_entry (find_block (blocks, i)) && is_entry (find_block (blocks, i + 1)) && (is_first || is_next_last);
}

/* Lines of text fill the grid; what is set in smaller sizes stays within the characters of the lines it takes. */
static gboolean
is_set_smaller (const AtlasBlock *block)
{
  return block->kind == ATLAS_BLOCK_CHART || block->kind == ATLAS_BLOCK_TABLE ||
         block->kind == ATLAS_BLOCK_KEY_FIGURES || block->is_run_in;
}

void
atlas_block_flow_complete (AtlasFlowItem          *item,
                           GPtrArray              *blocks,
                           guint                   i,
                           const AtlasBlock       *above,
                           const AtlasReportStyle *style,
                           AtlasLanguage           language)
{
  const AtlasBlock *block = find_block (blocks, i);

  item->space_before = above != NULL ? space_between (above, block, style, language) : 0;
  item->break_before = block->kind == ATLAS_BLOCK_CONTENTS ||
                       (i > 0 && find_block (blocks, i - 1)->kind == ATLAS_BLOCK_PAGE_BREAK);
  item->keep_end = belongs_to_next (blocks, i, item->n_rows);
  item->keep_with_next |= keeps_next_entry (blocks, i) ||
                          (above != NULL && above->kind == ATLAS_BLOCK_HEADING && block->kind == ATLAS_BLOCK_KEY_FIGURES);
  item->grid = style->pitch;
  item->inset = is_set_smaller (block) ? atlas_report_style_get_slack (style) : 0;
}
