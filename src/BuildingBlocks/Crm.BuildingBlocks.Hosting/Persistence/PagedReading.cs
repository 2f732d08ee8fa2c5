using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Crm.BuildingBlocks.Hosting.Api.Lists;
using Microsoft.EntityFrameworkCore;

namespace Crm.BuildingBlocks.Hosting.Persistence;

public static class PagedReading
{
    private const int PageSize = 500;

    /// <summary>
    /// All rows in the order of their ids, five hundred at a time: constant memory, and of each aggregate all parts as they were at one
    /// moment. Between two pages nothing is held open.
    /// </summary>
    public static async IAsyncEnumerable<TAggregate> InPages<TAggregate, TId>(
        this ModuleDbContext db, IQueryable<TAggregate> rows, [EnumeratorCancellation] CancellationToken ct)
        where TAggregate : AggregateRoot
        where TId : struct, ITypedId
    {
        for (TAggregate? last = null; ;)
        {
            var next = rows.AsNoTracking().AsSplitQuery().NextById<TAggregate, TId>(last?.Key, PageSize);
            List<TAggregate> page;
            await using (await db.Dialect.BeginRead(db, ct)) page = await next.ToListAsync(ct);
            foreach (var aggregate in page) yield return aggregate;
            if (page.Count < PageSize) yield break;
            last = page[^1];
        }
    }

    /// <summary>The next rows in the order of their ids: for steps of long work that change by what they were found.</summary>
    /// <param name="rows">To be gone through.</param>
    /// <param name="last">Id of the last one that was taken; null at the beginning.</param>
    /// <param name="count">At most so many.</param>
    public static IQueryable<TAggregate> NextById<TAggregate, TId>(this IQueryable<TAggregate> rows, Guid? last, int count)
        where TAggregate : AggregateRoot
        where TId : struct, ITypedId
    {
        var row = Expression.Parameter(typeof(TAggregate), "row");
        var id = Expression.Property(row, "Id");
        var after = last is null ? rows : rows.Where(Expression.Lambda<Func<TAggregate, bool>>(
            Operand.Of(typeof(TId)).Compare(ExpressionType.GreaterThan, id, Values.Id(typeof(TId), last.Value)), row));
        return after.OrderBy(Expression.Lambda<Func<TAggregate, TId>>(id, row)).Take(count);
    }
}
