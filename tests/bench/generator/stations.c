/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "stations.h"

#include "names.h"

#define N_STATIONS 45000 /* at scale 1 */

/* Of a township station: planned, being built, operating, closed. */
static const guint status_weights[] = { 15, 25, 935, 25 };
/* The ten years up to the last one: the great wave began in 2020 and ended in 2023. */
static const guint opening_weights[] = { 1, 1, 2, 3, 6, 10, 22, 28, 18, 9 };

static void
draw_life (Station *self,
           Random  *random,
           guint    last_year)
{
  guint first_year = last_year + 1 - G_N_ELEMENTS (opening_weights);

  self->status = random_pick_weighted (random, status_weights, G_N_ELEMENTS (status_weights));
  if (self->status < STATUS_OPERATING)
    return;
  self->opened_on = date_draw (random, first_year + random_pick_weighted (random, opening_weights,
                                                                          G_N_ELEMENTS (opening_weights)));
  if (self->status == STATUS_CLOSED)
    {
      Date day = date_draw (random, random_between (random, DATE_YEAR (self->opened_on), last_year));

      self->closed_on = MAX (day, self->opened_on);
    }
}

static void
add_station (County         *county,
             const Division *place,
             Tier            tier,
             guint           serial,
             Random         *random,
             guint           last_year)
{
  Station station = { place, tier, .serial = serial };

  draw_life (&station, random, last_year);
  g_array_append_val (county->stations, station);
}

/* A centre for most counties, and a station for most townships: some have none, and some two. Development zones have
 * few, which count for nothing in coverage. */
static void
plan_county (County *county,
             Random *random,
             guint   last_year)
{
  gboolean is_county = county->division->level == ATLAS_REGION_LEVEL_COUNTY;

  county->stations = g_array_new (FALSE, FALSE, sizeof (Station));
  if (is_county && random_chance (random, county->division->statutory ? 930 : 200))
    add_station (county, county->division, TIER_COUNTY_CENTRE, 1, random, last_year);
  for (guint i = 0; i < county->n_townships; i++)
    {
      const Division *township = &county->townships[i];

      if (!random_chance (random, township->statutory ? 950 : 300))
        continue;
      add_station (county, township, TIER_TOWNSHIP_STATION, 1, random, last_year);
      if (random_chance (random, 20))
        add_station (county, township, TIER_TOWNSHIP_STATION, 2, random, last_year);
    }
}

/* The NTH room of COUNTY, where each township gets its first before any gets its second. Codes of residents'
 * committees start at 001, those of villages at 200. */
static void
add_room (County *county,
          guint   nth,
          Random *random,
          guint   last_year)
{
  const Division *township = &county->townships[nth % county->n_townships];
  guint serial = nth / county->n_townships + 1;
  Station *station;

  add_station (county, township, TIER_COMMUNITY_ROOM, serial, random, last_year);
  station = &g_array_index (county->stations, Station, county->stations->len - 1);
  station->community = serial + (g_str_has_suffix (township->name, "街道") ? 0 : 199);
}

static void
add_rooms (Country                *country,
           guint                   n_rooms,
           const GeneratorOptions *options)
{
  guint64 n_townships = 0, n_before = 0;

  for (guint i = 0; i < country->counties->len; i++)
    n_townships += g_array_index (country->counties, County, i).n_townships;
  for (guint i = 0; i < country->counties->len; i++)
    {
      County *county = &g_array_index (country->counties, County, i);
      guint n = country_share (n_rooms, n_before, county->n_townships, n_townships);
      Random random;

      random_start (&random, options->seed, "rooms", county->division->code);
      for (guint nth = 0; nth < n; nth++)
        add_room (county, nth, &random, options->year);
      n_before += county->n_townships;
    }
}

void
stations_plan (Country                *country,
               const GeneratorOptions *options)
{
  guint n_wanted = options_scale (options, N_STATIONS);
  guint n_stations = 0;

  for (guint i = 0; i < country->counties->len; i++)
    {
      County *county = &g_array_index (country->counties, County, i);
      Random random;

      random_start (&random, options->seed, "stations", county->division->code);
      plan_county (county, &random, options->year);
      g_array_set_size (county->stations, MIN (county->stations->len, n_wanted - n_stations));
      n_stations += county->stations->len;
    }
  add_rooms (country, n_wanted - n_stations, options);
}

void
station_format_id (const Station *self,
                   char           buffer[STATION_ID_SIZE])
{
  static const char letters[] = {
    [TIER_COUNTY_CENTRE] = 'Z', [TIER_TOWNSHIP_STATION] = 'S', [TIER_COMMUNITY_ROOM] = 'C'
  };

  g_snprintf (buffer, STATION_ID_SIZE, "SG%s%c%02u", self->place->code, letters[self->tier], self->serial);
}

gboolean
station_is_open_on (const Station *self,
                    Date           date)
{
  return self->opened_on != 0 && self->opened_on <= date && (self->closed_on == 0 || self->closed_on > date);
}

static void
put_place (const Station  *self,
           RegisterWriter *writer)
{
  char code[16];

  if (self->tier != TIER_COMMUNITY_ROOM)
    {
      register_writer_put_division (writer, self->place);
      return;
    }
  g_snprintf (code, sizeof code, "%s%03u", self->place->code, self->community);
  register_writer_put_text (writer, code);
}

static void
put_name (const Station  *self,
          RegisterWriter *writer)
{
  char name[128];

  if (self->tier == TIER_COUNTY_CENTRE)
    g_snprintf (name, sizeof name, "%s社会工作指导中心", self->place->name);
  else if (self->tier == TIER_COMMUNITY_ROOM)
    g_snprintf (name, sizeof name, "%s第%u社工室", self->place->name, self->serial);
  else
    g_snprintf (name, sizeof name, self->serial == 1 ? "%s社工站" : "%s第二社工站", self->place->name);
  register_writer_put_text (writer, name);
}

static void
write_station (const Station  *self,
               const County   *county,
               Random         *random,
               RegisterWriter *writer)
{
  static const guint most_staff[] = {
    [TIER_COUNTY_CENTRE] = 10, [TIER_TOWNSHIP_STATION] = 6, [TIER_COMMUNITY_ROOM] = 2
  };
  char text[128];

  station_format_id (self, text);
  register_writer_put_text (writer, text);
  put_name (self, writer);
  register_writer_put_term (writer, &vocabulary_tiers[self->tier]);
  put_place (self, writer);
  register_writer_put_term (writer, &vocabulary_statuses[self->status]);
  register_writer_put_date (writer, self->opened_on);
  register_writer_put_date (writer, self->closed_on);
  if (random_chance (random, 600))
    register_writer_put_text (writer, names_draw_organisation (random, county->division->name, text, sizeof text));
  else
    register_writer_put_nothing (writer);
  if (random_chance (random, 950))
    register_writer_put_count (writer, random_between (random, 1, most_staff[self->tier]));
  else
    register_writer_put_nothing (writer);
  register_writer_end_row (writer);
}

void
stations_write (const Country          *country,
                RegisterWriter         *writer,
                const GeneratorOptions *options)
{
  for (guint i = 0; i < country->counties->len; i++)
    {
      const County *county = &g_array_index (country->counties, County, i);
      Random random;

      random_start (&random, options->seed, "station rows", county->division->code);
      register_writer_set_province (writer, county->province);
      for (guint j = 0; j < county->stations->len; j++)
        write_station (&g_array_index (county->stations, Station, j), county, &random, writer);
    }
}
