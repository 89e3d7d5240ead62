"""The analysis of `npm run bench`'s Portraits in pandas and scikit-learn, for comparison.

Reads the same file of orders and does what a run with a stored model does: features of every customer, assignment to
the nearest centroid of factor scores, drift since the fit, moves within a quarter, facts of each group with 95 %
intervals (ratio estimators, linearised over customers), and splits by category, brand, channel, month and day of the
week with theirs. The fit itself is not measured.

Usage: python3 bench/portraits_with_pandas.py FILE
Prints one JSON object: seconds of reading, of everything else but the fit, of each of its steps, and the peak of memory.
Written for pandas 1.5 and scikit-learn 1.2 (Debian 12: python3-pandas, python3-sklearn).
"""

import json
import resource
import sys
import time

import numpy as np
import pandas as pd
from sklearn.cluster import KMeans
from sklearn.decomposition import FactorAnalysis
from sklearn.preprocessing import StandardScaler

QUARTER_DAYS = 91
CATEGORIES = [f"Category {number}" for number in range(6)]
steps = {}


def measured(step, work):
    """What `work` returns; its seconds are added to those of the step."""
    start = time.perf_counter()
    result = work()
    steps[step] = steps.get(step, 0) + time.perf_counter() - start
    return result


def read(file):
    return pd.read_csv(
        file,
        parse_dates=["placedAt"],
        dtype={"channel": "category", "category": "category", "brand": "category"},
    )


def orders_of(lines):
    """One row an order, sorted by customer and day."""
    lines["paid"] = lines["quantity"] * lines["unitPrice"] - lines["discount"]
    lines["day"] = lines["placedAt"].dt.normalize()
    orders = lines.groupby(["email", "order"], sort=False, as_index=False).agg(
        day=("day", "first"),
        channel=("channel", "first"),
        gift=("gift", "first"),
        paid=("paid", "sum"),
        items=("quantity", "sum"),
        discount=("discount", "sum"),
    )
    orders = orders.sort_values(["email", "day"])
    orders["discounted"] = orders["discount"] > 0
    orders["gift"] = orders["gift"] == "yes"
    orders["app"] = orders["channel"] == "app"
    month = orders["day"].dt.month
    orders["spring"] = month.isin([3, 4, 5])
    orders["summer"] = month.isin([6, 7, 8])
    orders["autumn"] = month.isin([9, 10])
    orders["holiday"] = month >= 11
    orders["weekend"] = orders["day"].dt.dayofweek >= 5
    return orders


def features_of(orders, lines, as_of):
    """Sums a customer, and twenty features of the same customers."""
    orders["gap"] = orders.groupby("email", sort=False)["day"].diff().dt.days
    by_customer = orders.groupby("email", sort=False)
    customers = by_customer.agg(
        orders=("order", "size"),
        paid=("paid", "sum"),
        items=("items", "sum"),
        taken_off=("discount", "sum"),
        first=("day", "min"),
        last=("day", "max"),
        gap=("gap", "mean"),
        gap_spread=("gap", "std"),
        discounted=("discounted", "sum"),
        gifts=("gift", "sum"),
        app=("app", "sum"),
        spring=("spring", "sum"),
        summer=("summer", "sum"),
        autumn=("autumn", "sum"),
        holiday=("holiday", "sum"),
        weekend=("weekend", "sum"),
    )
    customers["days"] = (customers["last"] - customers["first"]).dt.days.clip(lower=365)
    customers["full"] = customers["paid"] + customers["taken_off"]
    features = pd.DataFrame(
        {
            "orders_per_year": np.log(customers["orders"] / customers["days"] * 365.25),
            "order_value": np.log(customers["paid"] / customers["orders"]),
            "items_per_order": np.log(customers["items"] / customers["orders"]),
            "unit_price": np.log(customers["paid"] / customers["items"]),
            "recency": np.log1p((as_of - customers["last"]).dt.days),
            "tenure": np.log1p((as_of - customers["first"]).dt.days),
            "gap": np.log1p(customers["gap"]),
            "gap_spread": customers["gap_spread"] / customers["gap"].clip(lower=1),
            "discount_share": customers["discounted"] / customers["orders"],
            "gift_share": customers["gifts"] / customers["orders"],
            "app_share": customers["app"] / customers["orders"],
            "holiday_share": customers["holiday"] / customers["orders"],
            "weekend_share": customers["weekend"] / customers["orders"],
        }
    )
    by_category = lines.pivot_table(
        index="email", columns="category", values="paid", aggfunc="sum", fill_value=0, observed=True
    )
    by_category = by_category.div(by_category.sum(axis=1), axis=0).reindex(features.index)
    largest_brand = lines.groupby(["email", "brand"], observed=True)["paid"].sum().groupby(level=0).max()
    features["brand_share"] = largest_brand / customers["paid"]
    features = pd.concat([features, by_category.reindex(columns=CATEGORIES, fill_value=0)], axis=1)
    return customers, features


class Model:
    """What a fit leaves behind; made of at most 50,000 customers, and not measured."""

    def __init__(self, features):
        sample = features.iloc[:50_000]
        self.means = sample.mean()
        sample = sample.fillna(self.means)
        self.scaler = StandardScaler().fit(sample)
        self.factors = FactorAnalysis(n_components=6, rotation="varimax").fit(self.scaler.transform(sample))
        scores = self.scores(sample)
        self.groups = KMeans(6, n_init=3, random_state=0).fit(scores)
        assigned = self.groups.predict(scores)
        self.shares = np.bincount(assigned, minlength=6) / len(sample)
        distances = self.groups.transform(scores).min(axis=1)
        self.radii = np.array([np.quantile(distances[assigned == group], 0.95) for group in range(6)])
        self.cuts = {name: np.unique(sample[name].quantile(np.arange(0.1, 1, 0.1))) for name in sample}
        self.bins = {name: shares_of_bins(sample[name], cuts) for name, cuts in self.cuts.items()}

    def scores(self, features):
        return self.factors.transform(self.scaler.transform(features.fillna(self.means)).clip(-3.5, 3.5))


def shares_of_bins(values, cuts):
    known = values.dropna()
    return np.bincount(np.searchsorted(cuts, known), minlength=len(cuts) + 1) / len(known)


def stability_index(then, now):
    then, now = np.maximum(then, 0.001), np.maximum(now, 0.001)
    return float(((now - then) * np.log(now / then)).sum())


def drift_of(features, scores, assigned, model):
    sample = features.iloc[:50_000]
    indices = {
        name: stability_index(model.bins[name], shares_of_bins(sample[name], cuts))
        for name, cuts in model.cuts.items()
    }
    shares = np.bincount(assigned, minlength=6) / len(assigned)
    beyond = model.groups.transform(scores).min(axis=1) > model.radii[assigned]
    return stability_index(model.shares, shares), indices, beyond.mean()


def moves_of(orders, lines, as_of, model, now):
    """Who ordered in the last quarter is assigned again by what they bought before it."""
    quarter = as_of - pd.Timedelta(days=QUARTER_DAYS)
    active = orders.loc[orders["day"] > quarter, "email"].unique()
    earlier_orders = orders[(orders["day"] <= quarter) & orders["email"].isin(active)].copy()
    earlier_lines = lines[(lines["day"] <= quarter) & lines["email"].isin(active)]
    _, features = features_of(earlier_orders, earlier_lines, quarter)
    then = pd.Series(model.groups.predict(model.scores(features)), index=features.index)
    return pd.crosstab(then, now.reindex(then.index))


RATIOS = {
    "orders_per_year": ("orders", "days"),
    "average_order_value": ("paid", "orders"),
    "yearly_spend": ("paid", "days"),
    "items_per_order": ("items", "orders"),
    "unit_price": ("paid", "items"),
    "discount_share": ("discounted", "orders"),
    "discount_rate": ("taken_off", "full"),
    "gift_share": ("gifts", "orders"),
    "spring_share": ("spring", "orders"),
    "summer_share": ("summer", "orders"),
    "autumn_share": ("autumn", "orders"),
    "holiday_share": ("holiday", "orders"),
    "weekend_share": ("weekend", "orders"),
}


def with_interval(over, under, over_squares, under_squares, products, people):
    """A ratio of sums and its 95 % interval over customers."""
    ratio = over / under
    variance = (over_squares - 2 * ratio * products + ratio**2 * under_squares).clip(lower=0)
    margin = 1.96 * np.sqrt(variance * people / (people - 1)) / under
    return pd.DataFrame({"value": ratio, "low": ratio - margin, "high": ratio + margin})


def facts_of(customers):
    sums = {}
    for over, under in RATIOS.values():
        sums[over], sums[under] = customers[over], customers[under]
        for a, b in [(over, over), (under, under), (over, under)]:
            sums[a, b] = customers[a].astype(float) * customers[b]
    by_persona = pd.DataFrame(sums).groupby(customers["persona"].to_numpy()).sum()
    people = customers["persona"].value_counts().sort_index()
    facts = {
        name: with_interval(
            by_persona[over],
            by_persona[under],
            by_persona[[(over, over)]].iloc[:, 0],
            by_persona[[(under, under)]].iloc[:, 0],
            by_persona[[(over, under)]].iloc[:, 0],
            people,
        )
        for name, (over, under) in RATIOS.items()
    }
    middles = customers.groupby("persona")[["gap", "paid"]].quantile([0.25, 0.5, 0.75])
    repeat = customers["orders"].gt(1).groupby(customers["persona"]).mean()
    return facts, middles, repeat


def split_of(rows, part, amount, personas):
    """Shares of the parts in what each group has, with intervals over customers."""
    cells = rows.groupby(["email", part], observed=True)[amount].sum().rename("amount").reset_index()
    wholes = cells.groupby("email")["amount"].sum()
    cells["whole"] = cells["email"].map(wholes)
    cells["persona"] = cells["email"].map(personas)
    cells["squares"] = cells["amount"] ** 2
    cells["products"] = cells["amount"] * cells["whole"]
    of_parts = cells.groupby(["persona", part], observed=True)[["amount", "squares", "products"]].sum()
    whole = pd.DataFrame({"whole": wholes, "whole_squares": wholes**2, "people": 1})
    of_parts = of_parts.join(whole.groupby(personas.reindex(whole.index).to_numpy()).sum(), on="persona")
    return with_interval(
        of_parts["amount"],
        of_parts["whole"],
        of_parts["squares"],
        of_parts["whole_squares"],
        of_parts["products"],
        of_parts["people"],
    )


def splits_of(orders, lines, personas):
    orders["one"] = 1
    first = orders.drop_duplicates("email")
    month, weekday = orders["day"].dt.month, orders["day"].dt.dayofweek
    return [
        split_of(lines, "category", "paid", personas),
        split_of(lines, "brand", "paid", personas),
        split_of(orders, "channel", "one", personas),
        split_of(orders.assign(month=month), "month", "one", personas),
        split_of(orders.assign(weekday=weekday), "weekday", "one", personas),
        split_of(first, "channel", "one", personas),
    ]


started = time.perf_counter()
lines = read(sys.argv[1])
reading = time.perf_counter() - started

orders = measured("features", lambda: orders_of(lines))
as_of = orders["day"].max()
customers, features = measured("features", lambda: features_of(orders, lines, as_of))
model = Model(features)
scores = measured("assignment", lambda: model.scores(features))
assigned = measured("assignment", lambda: model.groups.predict(scores))
customers["persona"] = assigned
drift = measured("drift", lambda: drift_of(features, scores, assigned, model))
moves = measured("moves", lambda: moves_of(orders, lines, as_of, model, customers["persona"]))
facts = measured("facts", lambda: facts_of(customers))
splits = measured("splits", lambda: splits_of(orders, lines, customers["persona"]))
assert len(facts[0]["gift_share"]) == 6 and len(splits) == 6 and moves.to_numpy().sum() > 0 and len(drift[1]) == 20

print(
    json.dumps(
        {
            "seconds": sum(steps.values()),
            "steps": {step: round(seconds, 2) for step, seconds in steps.items()},
            "readingSeconds": reading,
            "peakMegabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        }
    )
)
