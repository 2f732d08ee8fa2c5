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
        var row = Expression.Parameter(typeof(TAggregate), "row");
        var id = Expression.Property(row, "Id");
        var ordered = rows.AsNoTracking().AsSplitQuery().OrderBy(Expression.Lambda<Func<TAggregate, TId>>(id, row));
        for (TAggregate? last = null; ;)
        {
            var next = last is null ? ordered : ordered.Where(After(last.Key));
            List<TAggregate> page;
            await using (await db.Dialect.BeginRead(db, ct)) page = await next.Take(PageSize).ToListAsync(ct);
            foreach (var aggregate in page) yield return aggregate;
            if (page.Count < PageSize) yield break;
            last = page[^1];
        }

        Expression<Func<TAggregate, bool>> After(Guid key) => Expression.Lambda<Func<TAggregate, bool>>(
            Operand.Of(typeof(TId)).Compare(ExpressionType.GreaterThan, id, Values.Id(typeof(TId), key)), row);
    }
}
