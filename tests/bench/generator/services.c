/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "services.h"

#define N_ROWS 500000 /* at scale 1 */
#define N_YEARS 3

/* How often a station does it in a month, and how many it reaches each time. */
static const struct {
  guint most_times;
  guint most_people;
} sizes[N_KINDS] = {
  [KIND_HOUSEHOLD_VISIT] = { 60, 2 },
  [KIND_CASE] = { 6, 3 },
  [KIND_GROUP] = { 8, 12 },
  [KIND_COMMUNITY_ACTIVITY] = { 10, 60 },
  [KIND_VOLUNTEER] = { 12, 25 },
};

/* Open now, and since before the last year, so that it has at least a year's months to report. */
static gboolean
reports (const Station          *station,
         const GeneratorOptions *options)
{
  return station_is_open_on (station, DATE_YEAR_END (options->year)) &&
         station->opened_on <= DATE_YEAR_END (options->year - 1);
}

/* The months from the one after it opened, at most of three years. */
static guint
count_months (const Station          *station,
              const GeneratorOptions *options)
{
  guint months = (options->year - DATE_YEAR (station->opened_on)) * 12 + 12 - DATE_MONTH (station->opened_on);

  return MIN (months, N_YEARS * 12);
}

static void
write_row (const RegisterTask *task,
           const Station      *station,
           guint               province,
           guint               months_ago,
           Kind                kind,
           Random             *random)
{
  guint year = task->options->year - months_ago / 12;
  guint count = random_between (random, 1, sizes[kind].most_times);
  char id[STATION_ID_SIZE];

  expected_add_services (task->expected, province, year, kind, count);
  station_format_id (station, id);
  register_writer_put_number (task->writer, year);
  register_writer_put_number (task->writer, 12 - months_ago % 12);
  register_writer_put_text (task->writer, id);
  register_writer_put_term (task->writer, &vocabulary_kinds[kind]);
  register_writer_put_count (task->writer, count);
  register_writer_put_count (task->writer, count * random_between (random, 1, sizes[kind].most_people));
  register_writer_end_row (task->writer);
}

/* A step that leads through all of N_SLOTS before it comes back. */
static guint
choose_step (guint n_slots)
{
  static const guint primes[] = { 7, 11, 13 };
  guint i = 0;

  while (n_slots % primes[i] == 0)
    i++;
  return primes[i];
}

/* Each pair of a month and a kind at most once. */
static void
write_station (const RegisterTask *task,
               const Station      *station,
               guint               province,
               guint               n_rows)
{
  guint n_slots = count_months (station, task->options) * N_KINDS;
  guint step = choose_step (n_slots);
  char id[STATION_ID_SIZE];
  Random random;
  guint slot;

  station_format_id (station, id);
  random_start (&random, task->options->seed, "services", id);
  slot = random_below (&random, n_slots);
  g_assert (n_rows <= n_slots);
  for (guint i = 0; i < n_rows; i++)
    {
      write_row (task, station, province, slot / N_KINDS, slot % N_KINDS, &random);
      slot = (slot + step) % n_slots;
    }
}

/* How many of all stations do. */
static guint
count_reporting (const RegisterTask *task)
{
  guint n = 0;

  for (guint i = 0; i < task->country->counties->len; i++)
    {
      const County *county = &g_array_index (task->country->counties, County, i);

      for (guint j = 0; j < county->stations->len; j++)
        n += reports (&g_array_index (county->stations, Station, j), task->options);
    }
  return n;
}

void
services_write (const RegisterTask *task)
{
  guint n_rows = options_scale (task->options, N_ROWS);
  guint n_reporting = count_reporting (task);
  guint before = 0;

  for (guint i = 0; i < task->country->counties->len; i++)
    {
      const County *county = &g_array_index (task->country->counties, County, i);

      register_writer_set_province (task->writer, county->province);
      for (guint j = 0; j < county->stations->len; j++)
        {
          const Station *station = &g_array_index (county->stations, Station, j);

          if (reports (station, task->options))
            write_station (task, station, county->province, country_share (n_rows, before++, 1, n_reporting));
        }
    }
}
