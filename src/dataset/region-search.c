/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/region-search.h"

#include <string.h>

/* Better matches have smaller ranks. */
enum {
  RANK_EXACT,
  RANK_PREFIX,
  RANK_INITIALS,
  RANK_INITIALS_PREFIX,
  RANK_CONTAINS,
  N_RANKS,
  NO_MATCH = N_RANKS
};

#define N_LEVELS (ATLAS_REGION_LEVEL_COMMUNITY + 1)
#define N_DISTANCES N_LEVELS /* steps up, of which there are none above the nation */

typedef struct {
  const char *name_en;   /* in small letters */
  const char *syllables; /* pinyin, joined */
  const char *initials;
} Haystack;

struct _AtlasRegionSearch {
  Haystack *haystacks; /* by index of the region */
  GStringChunk *texts;
};

typedef struct {
  char *text;   /* in small letters and half width */
  char *pinyin; /* joined, ü as u; "" where TEXT is not pinyin */
  gboolean is_code;
} Needle;

static const char *
keep (AtlasRegionSearch *self,
      const GString     *text)
{
  return g_string_chunk_insert_len (self->texts, text->str, text->len);
}

/* Letters of PINYIN without blanks and marks; only the first of each syllable where INITIALS. */
static void
join_pinyin (GString    *out,
             const char *pinyin,
             gboolean    initials)
{
  gboolean starts = TRUE;

  g_string_truncate (out, 0);
  for (; *pinyin != '\0'; pinyin++)
    {
      gboolean letter = g_ascii_isalpha (*pinyin);

      if (letter && (starts || !initials))
        g_string_append_c (out, *pinyin);
      starts = !letter;
    }
}

AtlasRegionSearch *
atlas_region_search_new (const AtlasRegion *regions,
                         guint              n_regions)
{
  AtlasRegionSearch *self = g_new0 (AtlasRegionSearch, 1);
  g_autoptr (GString) buffer = g_string_new (NULL);

  self->texts = g_string_chunk_new (256 * 1024);
  self->haystacks = g_new (Haystack, n_regions);
  for (guint i = 0; i < n_regions; i++)
    {
      const AtlasRegion *region = &regions[i];
      Haystack *haystack = &self->haystacks[i];

      g_string_ascii_down (g_string_assign (buffer, region->name_en));
      haystack->name_en = keep (self, buffer);
      join_pinyin (buffer, region->pinyin, FALSE);
      haystack->syllables = keep (self, buffer);
      join_pinyin (buffer, region->pinyin, TRUE);
      haystack->initials = keep (self, buffer);
    }
  return self;
}

void
atlas_region_search_free (AtlasRegionSearch *self)
{
  g_free (self->haystacks);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/* TEXT in small letters, without blanks at its ends, letters and digits typed in full width made half wide. */
static char *
dup_text_needle (const char *text)
{
  g_autoptr (GString) narrow = g_string_new (NULL);
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      gboolean wide = (c >= 0xFF10 && c <= 0xFF19) || (c >= 0xFF21 && c <= 0xFF3A) || (c >= 0xFF41 && c <= 0xFF5A);

      g_string_append_unichar (narrow, c == 0x3000 ? ' ' : (wide ? c - 0xFEE0 : c));
    }
  return g_utf8_strdown (g_strstrip (narrow->str), -1);
}

/* "Wú Zhōng" typed as "wu zhong", "wu'zhong" or "lv" for lü; "" where TEXT has anything that no pinyin has. */
static char *
dup_pinyin_needle (const char *text)
{
  GString *pinyin = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (c == 'v' || c == 0xFC)
        g_string_append_c (pinyin, 'u');
      else if (c < 128 && g_ascii_isalpha (c))
        g_string_append_c (pinyin, c);
      else if (c != ' ' && c != '\'' && c != '-')
        {
          g_string_truncate (pinyin, 0);
          break;
        }
    }
  return g_string_free (pinyin, FALSE);
}

static void
needle_init (Needle     *needle,
             const char *text)
{
  needle->text = dup_text_needle (text);
  needle->pinyin = dup_pinyin_needle (needle->text);
  needle->is_code = needle->text[strspn (needle->text, "0123456789")] == '\0';
}

static void
needle_clear (Needle *needle)
{
  g_free (needle->text);
  g_free (needle->pinyin);
}

static guint
rank_code (const char   *code,
           const Needle *needle)
{
  if (!g_str_has_prefix (code, needle->text))
    return NO_MATCH;
  return strcmp (code, needle->text) == 0 ? RANK_EXACT : RANK_PREFIX;
}

/* The rank of TEXT found in HAYSTACK. */
static guint
rank_text (const char *haystack,
           const char *text)
{
  const char *found = strstr (haystack, text);

  if (found == NULL)
    return NO_MATCH;
  if (found > haystack)
    return RANK_CONTAINS;
  return haystack[strlen (text)] == '\0' ? RANK_EXACT : RANK_PREFIX;
}

static guint
rank_initials (const char *initials,
               const char *pinyin)
{
  if (!g_str_has_prefix (initials, pinyin))
    return NO_MATCH;
  return initials[strlen (pinyin)] == '\0' ? RANK_INITIALS : RANK_INITIALS_PREFIX;
}

static guint
rank_region (const Haystack    *haystack,
             const AtlasRegion *region,
             const Needle      *needle)
{
  guint rank;

  if (needle->is_code)
    return rank_code (region->code, needle);
  rank = MIN (rank_text (region->name, needle->text), rank_text (haystack->name_en, needle->text));
  if (needle->pinyin[0] != '\0')
    {
      rank = MIN (rank, rank_text (haystack->syllables, needle->pinyin));
      rank = MIN (rank, rank_initials (haystack->initials, needle->pinyin));
    }
  return rank;
}

/* How many steps up from NEAR (nullable) it takes to a region that REGION lies in: 0 for what is NEAR or below it. */
static guint
measure_distance (const AtlasRegion *region,
                  const AtlasRegion *near)
{
  guint steps = 0;

  for (; near != NULL && !atlas_region_is_within (region, near); near = near->parent)
    steps++;
  return steps;
}

/* Moves the regions of all PILES, best pile first, into one list of at most LIMIT. */
static GPtrArray *
stack_piles (GPtrArray *piles[N_RANKS][N_LEVELS][N_DISTANCES],
             guint      limit)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < N_RANKS * N_LEVELS * N_DISTANCES; i++)
    {
      GPtrArray **pile = &(&piles[0][0][0])[i];

      if (*pile != NULL)
        g_ptr_array_extend (list, *pile, NULL, NULL);
      g_clear_pointer (pile, g_ptr_array_unref);
    }
  g_ptr_array_set_size (list, MIN (list->len, limit));
  return list;
}

/**
 * atlas_region_search_find:
 * @text: what the user typed
 * @near: (nullable): one of @regions
 *
 * Names in Chinese or English, codes from their start, pinyin joined or not, initials. Within a rank higher levels
 * come first, so that Beijing is not behind the Beijing Roads of the province at hand; then what is nearer, then code order.
 *
 * Returns: (transfer container) (element-type AtlasRegion): at most @limit of @regions
 */
GPtrArray *
atlas_region_search_find (AtlasRegionSearch *self,
                          const AtlasRegion *regions,
                          guint              n_regions,
                          const char        *text,
                          const AtlasRegion *near,
                          guint              limit)
{
  GPtrArray *piles[N_RANKS][N_LEVELS][N_DISTANCES] = { { { NULL } } };
  Needle needle;

  needle_init (&needle, text);
  for (guint i = 0; i < n_regions && needle.text[0] != '\0'; i++)
    {
      const AtlasRegion *region = &regions[i];
      guint rank = rank_region (&self->haystacks[i], region, &needle);
      GPtrArray **pile;

      if (rank == NO_MATCH)
        continue;
      pile = &piles[rank][region->level][measure_distance (region, near)];
      if (*pile == NULL)
        *pile = g_ptr_array_new ();
      if ((*pile)->len < limit)
        g_ptr_array_add (*pile, (gpointer) region);
    }
  needle_clear (&needle);
  return stack_piles (piles, limit);
}
