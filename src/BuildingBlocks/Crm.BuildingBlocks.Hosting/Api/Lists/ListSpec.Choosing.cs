using System.Linq.Expressions;
using Crm.BuildingBlocks.Hosting.Api.Shaping;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Crm.BuildingBlocks.Hosting.Api.Lists;

public sealed partial class ListSpec<TEntity, TRow> : ListFilters<TEntity>
{
    /// <inheritdoc/>
    public override IQueryable<TEntity> Chosen(IQueryable<TEntity> rows, string query, FilterReader reader)
    {
        var parameters = QueryHelpers.ParseQuery(query);
        if (parameters.Keys.FirstOrDefault(name => name != "q" && !name.StartsWith("filter[", StringComparison.Ordinal)) is { } other)
            throw new InvalidInput(other, ListPhrases.UnknownParameter, "filter[field], filter[field][operator], q");
        var asked = ListQuery.Parse(new QueryCollection(parameters), _ownParameters);
        var masks = Masks.Of(reader.Caller, resource, typeof(TRow));
        return Filtered(Searched(rows, asked.Search, masks, reader.Services), asked, masks, reader.Caller, reader.Now, reader.Services);
    }

    /// <inheritdoc/>
    public override Expression<Func<TEntity, bool>> Condition(string pointer, string field, string op, string value, FilterReader reader)
    {
        var masks = Masks.Of(reader.Caller, resource, typeof(TRow));
        if (!_fields.TryGetValue(field, out var known) || masks.Cover(field))
            throw new InvalidInput(pointer, ListPhrases.UnknownFilter, string.Join(", ", _fields.Keys.Where(f => !masks.Cover(f))));
        var predicate = known.Filter(op, value, new FilterScope(pointer, LocalDays.In(reader.Caller.TimeZone), reader.Now, reader.Services));
        return Expression.Lambda<Func<TEntity, bool>>(predicate, _row);
    }
}
