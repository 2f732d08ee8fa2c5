using System.Linq.Expressions;
using Crm.BuildingBlocks;
using Crm.BuildingBlocks.Hosting.Access;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Crm.Customers.Application.Listing;
using Crm.Customers.Domain;
using Crm.Customers.Domain.Segments;
using Crm.Customers.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Crm.Customers.Application.Segments;

/// <summary>
/// Chooses customers by filters and by the rules of segments, among those that the caller may see. Whoever was merged into another, was
/// deleted or was erased is never chosen.
/// </summary>
internal sealed class CustomerAudience(CustomersDbContext db, CallerContext caller, IServiceProvider services)
{
    /// <summary>All that can be chosen.</summary>
    public IQueryable<Customer> Everybody => db.Customers.Where(c => c.SurvivorId == null && c.Name != "");

    /// <param name="filter">Filters of the list; empty: all.</param>
    /// <param name="rules">Of a segment; null: all.</param>
    /// <param name="now">The moment that relative dates are relative to.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IQueryable<Customer>> Chosen(string filter, SegmentRule? rules, DateTimeOffset now, CancellationToken ct)
    {
        var list = await Filters(ct);
        var reader = new FilterReader(caller.Caller, now, services);
        var chosen = rules is null ? Everybody : Everybody.Where(Predicate(rules, "/rules", list, reader));
        return filter.Length == 0 ? chosen : list.Chosen(chosen, filter, reader);
    }

    /// <summary>Each node of the rules as a choice of its own.</summary>
    public async Task<IReadOnlyList<(string Path, IQueryable<Customer> Chosen)>> Nodes(SegmentRule rules, DateTimeOffset now, CancellationToken ct)
    {
        var list = await Filters(ct);
        var reader = new FilterReader(caller.Caller, now, services);
        return [.. rules.Nodes().Select(n => (n.Path, Everybody.Where(Predicate(n.Rule, $"/rules{n.Path}", list, reader))))];
    }

    /// <summary>The rules of a version that was published.</summary>
    /// <exception cref="ResourceNotFound">There is no such segment or version.</exception>
    /// <exception cref="RuleBroken">None is in force, and none was named.</exception>
    public async Task<(int Version, SegmentRule Rules)> RulesOf(Guid segment, int? version, CancellationToken ct)
    {
        var id = new SegmentId(segment);
        var known = await db.Set<Segment>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct) ?? throw new ResourceNotFound("segment", segment.ToString());
        var wanted = version is null
            ? known.Published ?? throw SegmentsRules.NotPublished.Broken()
            : known.Versions.FirstOrDefault(v => v.Number == version && v.State != SegmentState.Draft) ?? throw new ResourceNotFound("segment version", $"{segment}/{version}");
        return (wanted.Number, SegmentRule.Read(wanted.Rules));
    }

    private async Task<ListFilters<Customer>> Filters(CancellationToken ct) =>
        CustomerList.With(await db.CustomFields.AsNoTracking().OrderBy(f => f.FieldKey).ToListAsync(ct));

    private static Expression<Func<Customer, bool>> Predicate(SegmentRule rule, string path, ListFilters<Customer> list, FilterReader reader)
    {
        var customer = Expression.Parameter(typeof(Customer), "customer");
        return Expression.Lambda<Func<Customer, bool>>(Body(rule, path), customer);

        Expression Body(SegmentRule node, string at) => node switch
        {
            { All: { } all } => all.Select((r, i) => Body(r, $"{at}/all/{i}")).Aggregate((Expression)Expression.Constant(true), Both),
            { Any: { } any } => any.Select((r, i) => Body(r, $"{at}/any/{i}")).Aggregate(Expression.OrElse),
            { Not: { } not } => Expression.Not(Body(not, $"{at}/not")),
            _ => Condition(node, at),
        };

        Expression Condition(SegmentRule node, string at)
        {
            var condition = list.Condition(at, node.Field!, node.Op ?? "eq", node.Value ?? "", reader);
            return ReplacingExpressionVisitor.Replace(condition.Parameters[0], customer, condition.Body);
        }
    }

    private static Expression Both(Expression left, Expression right) => left is ConstantExpression ? right : Expression.AndAlso(left, right);
}
