# What Docker Swarm does not take of a compose file: it knows no order, builds nothing, and wants numbers for ports.
del(.name)
| del(.services[].depends_on, .services[].build, .services[].pull_policy, .services[].profiles)
| .services[] |= with_entries(select(.value != null))
| (.services[].ports[]?.published) |= tonumber
