/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

/* Chance that is the same on every machine and in every version: whole numbers only (splitmix64). Each thing that is
 * made has a stream of its own, so that a county's rows do not depend on what was made before it. */
typedef struct {
  guint64 state;
} Random;

/* The stream of SEED for what ABOUT and CODE name: "people", "640303". */
void     random_start         (Random *self, guint64 seed, const char *about, const char *code);

/* 0 to N - 1; N is not 0. */
guint    random_below         (Random *self, guint n);
/* LEAST to MOST, both included. */
guint    random_between       (Random *self, guint least, guint most);
gboolean random_chance        (Random *self, guint per_mille);
/* An index into WEIGHTS, each as likely as its weight. */
guint    random_pick_weighted (Random *self, const guint *weights, guint n);
