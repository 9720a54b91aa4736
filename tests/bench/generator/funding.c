/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "funding.h"

#define N_ENTRIES 400000 /* at scale 1 */
#define N_YEARS 6

/* In the order of the sources: who pays what is in a ledger of each level. */
static const guint province_sources[N_SOURCES] = { 35, 40, 0, 0, 20, 4, 1 };
static const guint prefecture_sources[N_SOURCES] = { 8, 20, 45, 0, 18, 7, 2 };
static const guint county_sources[N_SOURCES] = { 6, 14, 8, 48, 14, 8, 2 };

/* In the order of the purposes. */
static const guint purpose_weights[N_PURPOSES] = { 12, 34, 14, 10, 16, 6, 5, 3 };
/* What an entry of a county is about, in thousands of yuan. */
static const guint purpose_sizes[N_PURPOSES] = { 180, 220, 30, 15, 60, 50, 40, 20 };

static const guint *
get_source_weights (const Ledger *ledger)
{
  if (ledger->n_townships > 0)
    return county_sources;
  return ledger->division->level == ATLAS_REGION_LEVEL_PROVINCE ? province_sources : prefecture_sources;
}

/* How much larger its entries are than a county's. */
static guint
get_factor (const Ledger *ledger)
{
  if (ledger->n_townships > 0)
    return 1;
  return ledger->division->level == ATLAS_REGION_LEVEL_PROVINCE ? 40 : 6;
}

/* Most amounts are round, but what was paid out is exact to the fen. */
static guint64
draw_amount (const Ledger *ledger,
             guint         purpose,
             Random       *random)
{
  guint64 yuan = (guint64) purpose_sizes[purpose] * get_factor (ledger) * random_between (random, 200, 2500);

  switch (random_below (random, 4))
    {
    case 0:
      return yuan * 100 + random_below (random, 100000);
    case 1:
      return (yuan + random_below (random, 1000)) * 100;
    default:
      return yuan / 1000 * 100000 + 100000;
    }
}

static void
write_entry (const RegisterTask *task,
             const Ledger       *ledger,
             guint               year,
             guint               serial,
             Random             *random)
{
  RegisterWriter *writer = task->writer;
  Source source = random_pick_weighted (random, get_source_weights (ledger), N_SOURCES);
  guint purpose = random_pick_weighted (random, purpose_weights, N_PURPOSES);
  guint64 fen = draw_amount (ledger, purpose, random);

  expected_add_funding (task->expected, ledger->province, year, source, fen);
  register_writer_put_number (writer, serial);
  register_writer_put_number (writer, year);
  register_writer_put_division (writer, ledger->division);
  register_writer_put_term (writer, &vocabulary_sources[source]);
  register_writer_put_term (writer, &vocabulary_purposes[purpose]);
  register_writer_put_money (writer, fen);
  /* An entry is in one stage, so that none is in the total twice. */
  register_writer_put_term (writer, &vocabulary_stages[year < task->options->year ? STAGE_SPENT : STAGE_ALLOCATED]);
  register_writer_end_row (writer);
}

/* The serial number starts again with each year. */
static void
write_ledger (const RegisterTask *task,
              const Ledger       *ledger,
              guint               n_entries)
{
  Random random;

  random_start (&random, task->options->seed, "funding", ledger->division->code);
  register_writer_set_province (task->writer, ledger->province);
  for (guint i = 0; i < N_YEARS; i++)
    {
      guint n = country_share (n_entries, i, 1, N_YEARS);

      for (guint serial = 1; serial <= n; serial++)
        write_entry (task, ledger, task->options->year + 1 - N_YEARS + i, serial, &random);
    }
}

static guint
get_weight (const Ledger *ledger)
{
  if (ledger->n_townships > 0)
    return ledger->n_townships;
  return ledger->division->level == ATLAS_REGION_LEVEL_PROVINCE ? 40 : 12;
}

void
funding_write (const RegisterTask *task)
{
  GArray *ledgers = task->country->ledgers;
  guint n_entries = options_scale (task->options, N_ENTRIES);
  guint64 all = 0, before = 0;

  for (guint i = 0; i < ledgers->len; i++)
    all += get_weight (&g_array_index (ledgers, Ledger, i));
  for (guint i = 0; i < ledgers->len; i++)
    {
      const Ledger *ledger = &g_array_index (ledgers, Ledger, i);
      guint weight = get_weight (ledger);

      write_ledger (task, ledger, country_share (n_entries, before, weight, all));
      before += weight;
    }
}
