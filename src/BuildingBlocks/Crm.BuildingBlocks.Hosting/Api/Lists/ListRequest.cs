using System.Reflection;
using Crm.BuildingBlocks.Hosting.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.BuildingBlocks.Hosting.Api.Lists;

/// <summary>The query string of a list as it came, with who asks and when. A parameter of this type binds itself in an endpoint.</summary>
/// <param name="query">Read, and refused where it is wrong, by <see cref="ListSpec{TEntity,TRow}.Page"/>.</param>
/// <param name="caller">Gives the zone of relative dates and the fields that are masked.</param>
/// <param name="time">Gives the present day.</param>
/// <param name="services">Where expansions take their contexts from: those of the request.</param>
public sealed class ListRequest(IQueryCollection query, Caller caller, TimeProvider time, IServiceProvider services)
{
    private readonly TimeProvider _time = time;

    public IQueryCollection Query { get; } = query;

    public Caller Caller { get; } = caller;

    public IServiceProvider Services { get; } = services;

    public DateTimeOffset Now { get; } = time.GetUtcNow();

    /// <summary>The same without a parameter that the endpoint has read itself.</summary>
    public ListRequest Without(string parameter) =>
        new(new QueryCollection(Query.Where(q => q.Key != parameter).ToDictionary(q => q.Key, q => q.Value)), Caller, _time, Services);

    /// <summary>The same with one parameter in place of another, for a list that asks for more than was named.</summary>
    public ListRequest Instead(string parameter, string other, string value) => new(
        new QueryCollection(Query.Where(q => q.Key != parameter).Append(new(other, value)).ToDictionary(q => q.Key, q => q.Value)), Caller, _time, Services);

    /// <summary>A query string that was kept, for a caller whose work goes on after the request.</summary>
    /// <param name="query">As behind the question mark of an address.</param>
    /// <param name="services">Of the scope of the work.</param>
    public static ListRequest From(string query, IServiceProvider services) => new(
        new QueryCollection(QueryHelpers.ParseQuery(query)), services.GetRequiredService<CallerContext>().Caller, services.GetRequiredService<TimeProvider>(), services);

    public static ListRequest From(HttpContext context)
    {
        var services = context.RequestServices;
        return new ListRequest(
            context.Request.Query,
            services.GetRequiredService<CallerContext>().Caller,
            services.GetService<TimeProvider>() ?? TimeProvider.System,
            services);
    }

    public static ValueTask<ListRequest?> BindAsync(HttpContext context, ParameterInfo parameter) => ValueTask.FromResult<ListRequest?>(From(context));
}
