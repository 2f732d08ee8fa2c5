using System.Globalization;
using Crm.BuildingBlocks;
using Crm.Customers.Application.Segments;
using Crm.Customers.Domain;
using Crm.Customers.Persistence;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Crm.Customers.Application.Analysis;

/// <summary>All dimensions there are.</summary>
internal static class Dimensions
{
    private const string Resource = CustomerInput.Resource;
    private const int YoungestAdult = 18;

    /// <summary>Of the list of customers.</summary>
    private static readonly string[] PersonalFields = ["name", "code", "tags"];

    private static readonly int[] AgeLimits = [YoungestAdult, 25, 35, 45, 55, 65];

    /// <param name="db">Where tags are read from.</param>
    /// <param name="asOf">The day of which ages are true.</param>
    public static IReadOnlyList<Dimension> All(CustomersDbContext db, DateOnly asOf) =>
    [
        Text("industry", new("Industry", "行业"), c => c.Industry),
        Text("source", new("Source", "来源"), c => c.Source),
        Text("channel", new("Channel", "渠道"), c => c.Channel),
        Dimension.Of("country", new("Country", "国家/地区"), $"{Resource}.addresses.country", MainCountry, text => Countries.CodeOf(text) ?? Blank(text)),
        Dimension.Of("region", new("Region", "省/州"), $"{Resource}.addresses.region", MainRegion, Blank),
        Dimension.Of("kind", new("Kind", "类型"), $"{Resource}.kind", c => (CustomerKind?)c.Kind, Dimension.NameOf),
        Dimension.Of("size", new("Size", "规模"), $"{Resource}.size", c => c.Size, Dimension.NameOf),
        Dimension.Of("lifecycle", new("Lifecycle", "生命周期"), $"{Resource}.lifecycle", c => (Lifecycle?)c.Lifecycle, Dimension.NameOf),
        Dimension.Of("owner", new("Owner", "负责人"), $"{Resource}.ownerId", c => c.OwnerId, id => id?.ToString()),
        Dimension.Of("unit", new("Unit", "部门"), $"{Resource}.unitId", c => c.UnitId, id => id?.ToString()),
        Dimension.Of("territory", new("Territory", "区域"), $"{Resource}.territoryId", c => c.TerritoryId, id => id?.ToString()),
        Dimension.Of("grade", new("Grade", "评级"), $"{Resource}.grade", c => c.GradeValidUntil >= asOf ? c.Grade : null, Blank),
        Dimension.Of("rfm", new("RFM segment", "RFM 分群"), $"{Resource}.rfm", c => c.Score == null ? null : (Domain.Scoring.RfmSegment?)c.Score.Segment, Dimension.NameOf),
        Personal(Dimension.Of("sex", new("Sex", "性别"), $"{Resource}.sex", c => c.Sex, Dimension.NameOf)),
        Personal(Dimension.Of("ageBand", new("Age", "年龄段"), $"{Resource}.bornOn", c => c.BornOn, born => AgeBand(born, asOf))),
        new TagDimension(db),
        new NeedDimension(),
    ];

    /// <summary>Whether a choice says something about persons, so that what is left of it in other groups does as well.</summary>
    /// <param name="filter">Filters of the list of customers.</param>
    /// <param name="rules">Of a segment; null: none.</param>
    public static bool ChoosePersons(string filter, SegmentRule? rules) =>
        QueryHelpers.ParseQuery(filter).Keys.Any(key => key == "q" || PersonalFields.Any(field => key.StartsWith($"filter[{field}]", StringComparison.Ordinal)))
        || rules?.Nodes().Any(n => n.Rule.Field is { } field && PersonalFields.Contains(field)) == true;

    /// <summary>In completed years, from 18 in tens from 25 on.</summary>
    /// <param name="bornOn">As it is kept; null: not known.</param>
    /// <param name="asOf">The day.</param>
    public static string? AgeBand(string? bornOn, DateOnly asOf)
    {
        if (bornOn is null || !DateOnly.TryParseExact(bornOn, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born) || born > asOf) return null;
        var age = asOf.Year - born.Year - (asOf < born.AddYears(asOf.Year - born.Year) ? 1 : 0);
        if (age < YoungestAdult) return $"0-{YoungestAdult - 1}";
        var above = AgeLimits.LastOrDefault(limit => limit <= age);
        var next = AgeLimits.FirstOrDefault(limit => limit > age);
        return next == 0 ? $"{above}+" : $"{above}-{next - 1}";
    }

    private static Dimension Text(string key, Phrase name, System.Linq.Expressions.Expression<Func<Customer, string?>> value) => Dimension.Of(key, name, $"{Resource}.{key}", value, Blank);

    private static Dimension Personal(Dimension dimension) => dimension.AsPersonal();

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static readonly System.Linq.Expressions.Expression<Func<Customer, string?>> MainCountry =
        c => c.Addresses.Where(a => a.Kind == AddressKind.Main && a.IsPrimary).Select(a => a.Country).FirstOrDefault();

    private static readonly System.Linq.Expressions.Expression<Func<Customer, string?>> MainRegion =
        c => c.Addresses.Where(a => a.Kind == AddressKind.Main && a.IsPrimary).Select(a => a.Region).FirstOrDefault();

    /// <summary>A customer belongs to each of its tags.</summary>
    private sealed class TagDimension : Dimension
    {
        private readonly CustomersDbContext _db;

        public TagDimension(CustomersDbContext db) : base("tag", new Phrase("Tag", "标签"), $"{Resource}.tags") => (_db, IsLoose, IsPersonal) = (db, true, true);

        public override async Task<List<(CustomerId Id, string? Value)>> Read(IQueryable<Customer> customers, CancellationToken ct)
        {
            var ids = await customers.Select(c => c.Id).ToListAsync(ct);
            var tags = (await _db.Tags.AsNoTracking().Where(t => customers.Any(c => c.Id == t.CustomerId)).Select(t => new { t.CustomerId, t.Text }).ToListAsync(ct)).ToLookup(t => t.CustomerId, t => t.Text);
            return [.. ids.SelectMany(id => tags[id].Select(string? (t) => t).DefaultIfEmpty(), (id, tag) => (id, tag))];
        }
    }

    /// <summary>What is written of a customer's needs, divided at commas and semicolons.</summary>
    private sealed class NeedDimension : Dimension
    {
        private static readonly char[] Between = [',', ';', '，', '；', '、', '\n'];

        public NeedDimension() : base("need", new Phrase("Need", "需求"), $"{Resource}.needs") => (IsLoose, IsPersonal) = (true, true);

        public override async Task<List<(CustomerId Id, string? Value)>> Read(IQueryable<Customer> customers, CancellationToken ct)
        {
            var written = await customers.AsNoTracking().Select(c => new { c.Id, c.Needs }).ToListAsync(ct);
            return
            [
                .. written.SelectMany(
                    w => (w.Needs ?? "").Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                        .Select(string? (n) => n.ToLowerInvariant()).Distinct().DefaultIfEmpty(),
                    (w, need) => (w.Id, need)),
            ];
        }
    }
}
